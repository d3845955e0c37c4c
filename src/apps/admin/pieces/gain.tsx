import { useState } from 'react';
import { Button, NameText, useSpeech } from '../../../kit/plain/index.ts';
import { layerName } from '../../../api/decision-text.ts';
import type { AnswerTo } from '../data/client.ts';
import { useHere } from '../data/here.tsx';

type Impact = AnswerTo<'previewResource'>;
export type People = Impact['questions'][number]['gains'];
type Page = NonNullable<Impact['list']>;
type Person = Pick<Page['data'][number], 'id' | 'name'> & { readonly layer?: string | null };
/** Who exactly, page by page, with the layer that lets them in or keeps them out. */
export type AskWho = (cursor: string | undefined) => Promise<Page>;

interface GainProps {
  readonly people: People;
  /** What they would gain or lose. */
  readonly action: Impact['questions'][number]['action'];
  readonly visitors?: boolean;
  /** Tells how many of them have a booking to come. */
  readonly withBookings?: boolean;
  readonly onWho?: AskWho | undefined;
}

/** How many people, of which standing, for which reason, and who. */
export function Gain(props: GainProps) {
  const { people, withBookings = false } = props;
  return (
    <>
      <Counted {...props} />
      {withBookings && people.withBookings > 0 ? <Booked count={people.withBookings} /> : null}
    </>
  );
}

/** What stands whatever becomes of access. */
function Booked({ count }: { readonly count: number }) {
  const { phrase } = useSpeech();
  return <p className="small">{phrase('admin-access.withBookings', { count })}</p>;
}

function Counted({ people, action, visitors = false, onWho }: GainProps) {
  const { phrase, formats } = useSpeech();
  const parts = [
    ...people.members > 0 ? [phrase('admin-access.members', { count: people.members })] : [],
    ...people.contacts > 0 ? [phrase('admin-access.contacts', { count: people.contacts })] : [],
    ...visitors ? [phrase('admin-access.visitors')] : [],
  ];
  if (parts.length === 0) return <span className="num">{phrase('admin-access.nobody')}</span>;
  if (people.some.length === 0) return <span className="num">{formats.list(parts)}</span>;
  return (
    <details>
      <summary className="num">{formats.list(parts)}</summary>
      <p className="muted tiny num">{formats.list(byLayer(people).map(([layer, count]) =>
        phrase('admin-access.impact.reason', { layer: layerName(layer, action, { phrase }), count })))}</p>
      <Who people={people} action={action} onWho={onWho} />
    </details>
  );
}

function Who({ people, action, onWho }: Pick<GainProps, 'people' | 'action' | 'onWho'>) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const [pages, setPages] = useState<readonly Page[]>([]);
  const [busy, setBusy] = useState(false);
  const shown: readonly Person[] = pages.length === 0 ? people.some : pages.flatMap(({ data }) => data);
  const last = pages.at(-1);
  const isMore = last === undefined ? people.count > people.some.length : last.nextCursor !== null;
  const more = () => {
    setBusy(true);
    void onWho?.(last?.nextCursor ?? undefined)
      .then((page) => setPages([...pages, page]))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <ul className="small">
        {shown.map((person) => (
          <li key={person.id}>
            <a className="link" href={hrefTo(`customers/${person.id}`)}><NameText>{person.name}</NameText></a>
            {person.layer == null ? null : (
              <span className="muted tiny"> {layerName(person.layer, action, { phrase })}</span>
            )}
          </li>
        ))}
      </ul>
      {isMore && onWho !== undefined ? (
        <Button small kind="quiet" busy={busy} onClick={more}>{phrase('admin-access.showMore')}</Button>
      ) : null}
    </>
  );
}

function byLayer({ reasons }: People): [string, number][] {
  const counts = new Map<string, number>();
  for (const { layer, count } of reasons) {
    if (layer !== null) counts.set(layer, (counts.get(layer) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}
