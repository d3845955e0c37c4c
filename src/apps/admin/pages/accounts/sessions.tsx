import {
  AtText,
  Button,
  Card,
  icons,
  Icon,
  List,
  ListRow,
  ToneBadge,
  usePhrase,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { Region } from '../../pieces/region.tsx';

type Session = AnswerTo<'listSessions'>['data'][number];

/** Where the own account is signed in, and the way out of each. */
export function Sessions() {
  const phrase = usePhrase();
  const sessions = useAnswer('listSessions', {});
  const end = useSend('endSession', { refresh: ['listSessions'] });
  const endOthers = useSend('endOtherSessions', { refresh: ['listSessions'] });
  const others = (sessions.data?.data.length ?? 0) > 1;
  return (
    <Card
      title={phrase('admin-accounts.sessions.title')}
      acts={
        others ? (
          <Button small busy={endOthers.isPending} onClick={() => endOthers.mutate({} as never)}>
            {phrase('admin-accounts.sessions.endOthers')}
          </Button>
        ) : undefined
      }
    >
      <Region answer={sessions}>
        {({ data }) => (
          <List>
            {data.map((session) => (
              <ListRow
                key={session.id}
                lead={<Icon of={icons.globe} />}
                title={browserOf(session)}
                note={<Used session={session} />}
              >
                {session.isThisOne ? (
                  <ToneBadge tone="active" icon={icons.check}>
                    {phrase('admin-accounts.sessions.thisOne')}
                  </ToneBadge>
                ) : (
                  <Button
                    small
                    busy={end.isPending}
                    onClick={() => end.mutate({ params: { sessionId: session.id } })}
                  >
                    {phrase('admin-accounts.sessions.end')}
                  </Button>
                )}
              </ListRow>
            ))}
          </List>
        )}
      </Region>
    </Card>
  );
}

function Used({ session }: { readonly session: Session }) {
  const phrase = usePhrase();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      {phrase('admin-accounts.sessions.lastUsed')} <AtText at={session.lastUsedAt} zone={zone} />
      {session.address === null ? null : <> · <bdi className="num">{session.address}</bdi></>}
    </>
  );
}

const browsers = ['Edg', 'OPR', 'Firefox', 'Chrome', 'Safari'] as const;
const names: Readonly<Record<string, string>> = { Edg: 'Edge', OPR: 'Opera' };
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux'] as const;

/** The browser and the machine by their names, as far as they tell. */
function browserOf({ userAgent }: Session): string {
  const browser = browsers.find((one) => userAgent?.includes(`${one}/`) === true);
  const system = systems.find((one) => userAgent?.includes(one) === true);
  const parts = [browser === undefined ? undefined : names[browser] ?? browser, system].filter(Boolean);
  return parts.length === 0 ? userAgent?.slice(0, 60) ?? '–' : parts.join(' · ');
}
