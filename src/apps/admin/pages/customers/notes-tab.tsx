import { AtText, Button, Card, EmptyState, icons, TextArea, useSpeech } from '../../../../kit/plain/index.ts';
import { useList, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useForm } from '../../data/form.ts';
import { useHere } from '../../data/here.tsx';
import { useZone } from '../../data/today.ts';
import { FormFrame } from '../../pieces/form-parts.tsx';
import { Region } from '../../pieces/region.tsx';

/** Notes for staff: no customer reads them. Pinned ones stay on top. */
export function NotesTab({ customerId }: { customerId: string }) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const zone = useZone();
  const list = useList('listNotes', { params: { customerId: customerId as never }, query: { limit: 50 } });
  const change = useSend('changeNote', { refresh: ['listNotes'] });
  return (
    <>
      {may('notes.write') ? <NewNote customerId={customerId} /> : null}
      <Card title={phrase('admin-customers.tabs.notes')} count={phrase('admin-customers.notes.staffOnly')}>
        <Region answer={{ data: list.rows, error: list.error, refetch: list.onRetry }}>
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState icon={icons.pencil}>{phrase('admin-customers.notes.none')}</EmptyState>
            ) : (
              <ul className="list">
                {rows.map((note) => (
                  <li key={note.id} className="note">
                    <span className="note__text">
                      <span>{note.text}</span>
                      <span className="muted small">
                        <AtText at={note.writtenAt} zone={zone} style="dated" />
                        {note.writtenByName === null ? null : (
                          <>
                            {' '}
                            · <bdi>{note.writtenByName}</bdi>
                          </>
                        )}
                      </span>
                    </span>
                    {may('notes.write') ? (
                      <Button
                        kind="quiet"
                        small
                        icon={icons.pin}
                        aria-pressed={note.pinned}
                        label={phrase(
                          note.pinned ? 'admin-customers.notes.unpin' : 'admin-customers.notes.pin',
                        )}
                        onClick={() =>
                          change.mutate({
                            params: { customerId: customerId as never, noteId: note.id },
                            body: { pinned: !note.pinned },
                          })
                        }
                      />
                    ) : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Region>
      </Card>
    </>
  );
}

function NewNote({ customerId }: { customerId: string }) {
  const { phrase } = useSpeech();
  const write = useSend('writeNote', { refresh: ['listNotes', 'listActivity'] });
  const form = useForm({
    initial: { text: '' },
    draft: `note-${customerId}`,
    check: ({ text }) => ({ text: text.trim() === '' ? phrase('kit.form.required') : undefined }),
    send: async ({ text }) => {
      await write.mutateAsync({
        params: { customerId: customerId as never },
        body: { text },
        idempotencyKey: freshKey(),
      });
      form.reset();
    },
  });
  return (
    <FormFrame
      form={form}
      verb={phrase('admin-customers.notes.write')}
      label={phrase('admin-customers.notes.write')}
    >
      <TextArea label={phrase('admin-customers.notes.text')} rows={2} {...form.field('text')} />
    </FormFrame>
  );
}
