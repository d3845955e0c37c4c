import { Button, useSpeech } from '../../../../kit/plain/index.ts';
import type { Refused } from '../../data/client.ts';

/** The free times nearby that came with a refusal, each one press away. */
export function Alternatives({
  of,
  zone,
  onTake,
}: {
  readonly of: Refused;
  readonly zone: string;
  readonly onTake: (startAt: string, endAt: string) => void;
}) {
  const { phrase, formats } = useSpeech();
  const free = (of.answer.alternatives ?? []) as readonly { startAt: string; endAt: string }[];
  if (free.length === 0) return null;
  return (
    <div className="row wrap">
      {free.map(({ startAt, endAt }) => (
        <Button key={startAt} small onClick={() => onTake(startAt, endAt)}>
          {phrase('admin-calendar.new.take', { at: formats.at(startAt, zone) })}
        </Button>
      ))}
    </div>
  );
}
