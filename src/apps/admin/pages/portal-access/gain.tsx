import { NameText, useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import type { Preview } from './use-access.ts';

type People = Preview['sections'][number]['gains'];

/** How many people, of which standing, and who. */
export function Gain({ people, visitors }: { people: People; visitors: boolean }) {
  const { phrase, formats } = useSpeech();
  const { hrefTo } = useHere();
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
      <ul className="small">
        {people.some.map((person) => (
          <li key={person.id}>
            <a className="link" href={hrefTo(`customers/${person.id}`)}><NameText>{person.name}</NameText></a>
          </li>
        ))}
      </ul>
    </details>
  );
}
