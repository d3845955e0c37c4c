import {
  Badge,
  icons,
  List,
  ListRow,
  NameText,
  ToneBadge,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import type { AnswerTo } from '../../../data/client.ts';
import { useHere } from '../../../data/here.tsx';
import type { Role } from './roles.tsx';

export type Holder = AnswerTo<'getRole'>['heldBy'][number];

/** "3 people, 1 key": as far as one may know of them. */
export function HoldersText({ of: { people, invitations, keys } }: { readonly of: Role['holders'] }) {
  const { phrase, formats } = useSpeech();
  const parts = Object.entries({ people, invitations, keys }).filter(([, count]) => count > 0)
    .map(([kind, count]) => phrase(`admin-roles.holders.${kind}`, { count }));
  return parts.length === 0 ? phrase('admin-roles.holders.nobody') : formats.list(parts);
}

/** Who has it, where: people and invitations lead to the team, keys to the keys. */
export function HolderList({ holders, label }: {
  readonly holders: readonly Holder[];
  readonly label: string;
}) {
  const { phrase } = useSpeech();
  const { hrefTo } = useHere();
  const hrefOf = ({ kind, id }: Holder) => hrefTo(
    { person: `settings/team?open=${id}`, invitation: 'settings/team', key: 'settings/api' }[kind]);
  return (
    <List label={label}>
      {holders.map((holder) => (
        <ListRow
          key={`${holder.id} ${holder.locationId}`}
          note={<bdi>{holder.locationName}</bdi>}
          title={
            <a className="link" href={hrefOf(holder)}>
              <NameText>{holder.name}</NameText>
            </a>
          }
        >
          {holder.kind === 'person' ? null : holder.kind === 'key' ? (
            <ToneBadge tone="quiet" icon={icons.key}>
              {phrase('admin-roles.holders.key')}
            </ToneBadge>
          ) : (
            <ToneBadge tone="scheduled" icon={icons.send}>
              {phrase('admin-roles.holders.invited')}
            </ToneBadge>
          )}
        </ListRow>
      ))}
    </List>
  );
}

export const ArchivedBadge = () => <Badge state="archived" />;
