import { useState } from 'react';
import { Button, Chip, Dialog, icons, useSpeech } from '../../../../../kit/plain/index.ts';
import { useHere } from '../../../data/here.tsx';
import { CustomerPicker, type Picked } from '../customer-picker.tsx';

/**
 * For whom the calendar is painted: the same engine that decides shows what this person could book, and why
 * not.
 */
export function PaintedFor({
  person,
  onPaint,
}: {
  person: Picked | null;
  onPaint: (customerId: string | null) => void;
}) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [asking, setAsking] = useState(false);
  if (person !== null) {
    return (
      <span className="push row">
        <span className="small muted">{phrase('admin-calendar.paintedFor')}</span>
        <Chip icon={icons.user} name={person.name} onRemove={() => onPaint(null)}>
          <bdi>{person.name}</bdi>
        </Chip>
        <a className="link small" href={hrefTo(`customers/${person.id}/explain`)}>
          {phrase('admin-calendar.explain')}
        </a>
      </span>
    );
  }
  return (
    <span className="push row">
      <Button small kind="quiet" icon={icons.user} onClick={() => setAsking(true)}>
        {phrase('admin-calendar.paint')}
      </Button>
      <Dialog open={asking} title={phrase('admin-calendar.paint')} onClose={() => setAsking(false)}>
        <p className="muted">{phrase('admin-calendar.paintText')}</p>
        <CustomerPicker
          value={null}
          label={phrase('admin-calendar.new.customer')}
          onPick={(picked) => {
            setAsking(false);
            if (picked !== null) onPaint(picked.id);
          }}
        />
      </Dialog>
    </span>
  );
}
