import {
  AtText, Banner, Button, type Column, Dialog, Facts, icons, TextField, toast, ToneBadge, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useAnswer, useList, useSend } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useAddressValue } from '../../data/filters.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { DataTable } from '../../pieces/data-table.tsx';
import { Region } from '../../pieces/region.tsx';
import { hrefOfOpen } from './open-row.ts';

type Mail = AnswerTo<'listMails'>['data'][number];

/** Every letter that was written, sent or not; without a mail server this is where they are read. */
export function Outbox() {
  const phrase = usePhrase();
  const [to = '', setTo] = useAddressValue('q');
  const [open, setOpen] = useAddressValue('open');
  const list = useList('listMails', { query: to === '' ? {} : { to } }, { everyMs: 5000 });
  return (
    <Page title={phrase('admin-staff.outbox.title')} acts={<TestMail />}>
      <TextField
        name="q"
        type="search"
        label={phrase('admin-staff.outbox.search')}
        value={to}
        onValue={setTo}
      />
      <DataTable
        caption={phrase('admin-staff.outbox.title')}
        list={list}
        columns={useColumns()}
        keyOf={({ id }) => id}
        hrefOf={({ id }) => hrefOfOpen(id)}
        isSelected={({ id }) => id === open}
        empty={{
          icon: icons.send,
          text: phrase(to === '' ? 'admin-staff.outbox.empty' : 'admin-staff.outbox.nobody'),
        }}
      />
      {open === undefined ? null : <LetterDialog id={open} onClose={() => setOpen(undefined)} />}
    </Page>
  );
}

/** Whether mail goes out, tried with a letter to oneself. */
function TestMail() {
  const phrase = usePhrase();
  const { me } = useHere();
  const send = useSend('sendTestMail', { refresh: ['listMails'] });
  if (!me.may('system.write')) return <span />;
  const onSuccess = ({ to }: { to: string }) => toast(phrase('admin-staff.outbox.tested', { to }));
  return (
    <Button icon={icons.send} busy={send.isPending} onClick={() => send.mutate({ body: {} }, { onSuccess })}>
      {phrase('admin-staff.outbox.test')}
    </Button>
  );
}

function useColumns(): readonly Column<Mail>[] {
  const phrase = usePhrase();
  const { network } = useHere();
  return [
    {
      key: 'subject',
      title: phrase('admin-staff.outbox.subject'),
      cell: ({ subject }) => <bdi>{subject}</bdi>,
    },
    { key: 'to', title: phrase('admin-staff.outbox.to'), cell: ({ to }) => <bdi className="clip">{to}</bdi> },
    {
      key: 'at',
      title: phrase('admin-staff.outbox.written'),
      cell: ({ writtenAt }) => <AtText at={writtenAt} zone={network?.timeZone ?? 'UTC'} />,
    },
    { key: 'state', title: phrase('admin-staff.outbox.state'), cell: (mail) => <State mail={mail} /> },
  ];
}

function State({ mail }: { readonly mail: Pick<Mail, 'sentAt' | 'failure'> }) {
  const phrase = usePhrase();
  if (mail.sentAt !== null) {
    return <ToneBadge tone="active" icon={icons.check}>{phrase('admin-staff.outbox.sent')}</ToneBadge>;
  }
  if (mail.failure !== null) {
    return <ToneBadge tone="alert" icon={icons.alert}>{phrase('admin-staff.outbox.failed')}</ToneBadge>;
  }
  return <ToneBadge tone="soon" icon={icons.hourglass}>{phrase('admin-staff.outbox.waiting')}</ToneBadge>;
}

function LetterDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const answer = useAnswer('getMail', { params: { mailId: id as never } });
  return (
    <Dialog open wide title={answer.data?.subject ?? phrase('admin-staff.outbox.title')} onClose={onClose}>
      <Region answer={answer}>{(mail) => <Opened mail={mail} />}</Region>
    </Dialog>
  );
}

function Opened({ mail }: { readonly mail: AnswerTo<'getMail'> }) {
  const phrase = usePhrase();
  const { me, network } = useHere();
  const again = useSend('sendMailAgain', { refresh: ['listMails', 'getMail'] });
  return (
    <>
      <Facts
        of={[
          [phrase('admin-staff.outbox.to'), <bdi key="to">{mail.to}</bdi>],
          [
            phrase('admin-staff.outbox.written'),
            <AtText key="at" at={mail.writtenAt} zone={network?.timeZone ?? 'UTC'} />,
          ],
          [phrase('admin-staff.outbox.state'), <State key="state" mail={mail} />],
          mail.failure === null
            ? null
            : [phrase('admin-staff.outbox.failure'), <bdi key="said">{mail.failure}</bdi>],
          ...mail.attachments.map(
            (file, number) =>
              [
                phrase('admin-staff.outbox.file'),
                <a key={number} href={`/api/v1/mails/${mail.id}/attachments/${number}`}>
                  <bdi>{file.name}</bdi>
                </a>,
              ] as const,
          ),
        ]}
      />
      {mail.sentAt === null && mail.failure !== null && me.may('system.write') ? (
        <Button
          small
          busy={again.isPending}
          onClick={() => {
            again.mutate({ params: { mailId: mail.id } });
            toast(phrase('admin-staff.outbox.trying'));
          }}
        >
          {phrase('admin-staff.outbox.again')}
        </Button>
      ) : null}
      {mail.plainText === null ? (
        <Banner>{phrase('admin-staff.outbox.ownersOnly')}</Banner>
      ) : (
        <LetterText text={mail.plainText} />
      )}
    </>
  );
}

/**
 * The plain twin: what it says, with its address to follow. The HTML one would bring its own styles and
 * pictures.
 */
function LetterText({ text }: { readonly text: string }) {
  const parts = text.split(/(https?:\/\/\S+)/);
  return (
    <p className="secret">
      {parts.map((part, place) => (place % 2 === 1 ? <a key={place} href={part}>{part}</a> : part))}
    </p>
  );
}
