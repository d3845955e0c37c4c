import { usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { freshKey } from '../../data/client.ts';
import { useDialogForm } from '../../pieces/form-dialog.tsx';
import type { ContractRow } from './contract-rows.tsx';
import { VerbDialog } from './verb-dialog.tsx';

/** Ends a freeze now; one that has not begun is taken back. */
export function ResumeDialog({
  of,
  freezeId,
  onClose,
}: {
  readonly of: ContractRow;
  readonly freezeId: ContractRow['freezes'][number]['id'];
  readonly onClose: () => void;
}) {
  const phrase = usePhrase();
  const resume = useSend('resumeFreeze');
  const params = { contractId: of.id, freezeId };
  const form = useDialogForm({
    initial: {},
    onClose,
    done: phrase('admin-contracts.resume.done', { plan: of.planName }),
    send: () => resume.mutateAsync({ params, body: {}, idempotencyKey: freshKey() }),
  });
  const preview = useAnswer('resumeFreeze', { params, body: { preview: true } });
  return (
    <VerbDialog
      title={phrase('admin-contracts.resume.title', { plan: of.planName })}
      form={form}
      preview={preview}
      verb={phrase('admin-contracts.verbs.resume')}
      onClose={onClose}
    />
  );
}
