import { useState } from 'react';
import {
  Badge,
  Button,
  Card,
  EmptyState,
  icons,
  List,
  ListRow,
  type Speech,
  toast,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { clockText } from '../../data/wall-clock.ts';
import { Region } from '../../pieces/region.tsx';
import { RateDialog } from './rate-dialog.tsx';

export type RateRow = AnswerTo<'listRates'>['data'][number];
export type RatesOf = { readonly typeId: string } | { readonly resourceId: string };

/** The rates of a type, or of one resource, with who they are for and when. */
export function Rates({ of, title, text }: { of: RatesOf; title: string; text?: string }) {
  const { phrase } = useSpeech();
  const { may, location } = useHere();
  const here = location === undefined || location.parentId === null ? {} : { locationId: location.id };
  const rates = useAnswer('listRates', { query: { ...of as { typeId: never }, ...here, limit: 100 } });
  const [editing, setEditing] = useState<RateRow | 'new' | null>(null);
  const add = may('resources.write') ? (
    <Button small icon={icons.plus} onClick={() => setEditing('new')}>
      {phrase('admin-resources.rates.add')}
    </Button>
  ) : undefined;
  return (
    <Card title={title} acts={add}>
      {text === undefined ? null : <p className="muted small card__body">{text}</p>}
      <Region answer={rates}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState icon={icons.money}>
              {phrase(`admin-resources.rates.${'resourceId' in of ? 'noneOwn' : 'none'}`)}
            </EmptyState>
          ) : (
            <List>
              {data.map((rate) => (
                <RateLine key={rate.id} rate={rate} onEdit={() => setEditing(rate)} />
              ))}
            </List>
          )
        }
      </Region>
      {editing === null ? null : (
        <RateDialog of={of} rate={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}

function RateLine({ rate, onEdit }: { rate: RateRow; onEdit: () => void }) {
  const { phrase, formats } = useSpeech();
  const { may, locations } = useHere();
  const end = useSend('endRate', { refresh: ['listRates'] });
  const facts = [
    phrase(`admin-resources.audience.${rate.audience.level}`),
    ...(rate.locationId === null ? [] : [locations.find(({ id }) => id === rate.locationId)?.name ?? '']),
    ...(rate.weekdays === null
      ? []
      : [formats.list(rate.weekdays.map((day) => formats.weekday(day, 'short')))]),
    ...(rate.hours === null
      ? []
      : [`${clockText(rate.hours.fromMinute)}–${clockText(rate.hours.untilMinute)}`]),
    ...lengthOf(rate, phrase, formats),
    ...(rate.cap === null
      ? []
      : [phrase('admin-resources.rates.capped', { price: formats.money(rate.cap, 'round') })]),
  ];
  const perHour = phrase('admin-resources.rates.perHour', { price: formats.money(rate.price, 'round') });
  const name = rate.name || phrase('admin-resources.rates.standard');
  return (
    <ListRow
      title={
        <>
          <bdi>{name}</bdi>{' '}
          {rate.isDefault ? (
            <Badge state="active" small>
              {phrase('admin-resources.rates.isDefault')}
            </Badge>
          ) : null}
        </>
      }
      note={facts.join(' · ')}
    >
      <span className="num">{perHour}</span>
      {may('resources.write') ? (
        <>
          <Button small onClick={onEdit}>
            {phrase('admin-resources.rates.edit')}
          </Button>
          <Button
            small
            kind="quiet"
            busy={end.isPending}
            onClick={() =>
              end.mutate(
                { params: { rateId: rate.id }, body: {} },
                { onSuccess: () => toast(phrase('admin-resources.rates.ended')) },
              )
            }
          >
            {phrase('admin-resources.rates.end')}
          </Button>
        </>
      ) : null}
    </ListRow>
  );
}

/** "from 2 h", "up to 4 h": for which lengths of booking it counts. */
function lengthOf(
  { minutesMin, minutesMax }: RateRow,
  phrase: Speech['phrase'],
  formats: Speech['formats'],
): readonly string[] {
  const [least, most] = [minutesMin, minutesMax].map((one) => (one === null ? null : formats.minutes(one)));
  return [
    ...(least == null ? [] : [phrase('admin-resources.rates.atLeast', { length: least })]),
    ...(most == null ? [] : [phrase('admin-resources.rates.atMost', { length: most })]),
  ];
}
