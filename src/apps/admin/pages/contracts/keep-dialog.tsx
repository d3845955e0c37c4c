import { usePhrase, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import { useDialogForm } from '../../pieces/form-dialog.tsx';
import type { ContractRow } from './contract-rows.tsx';
import { VerbDialog } from './verb-dialog.tsx';

/** Takes a cancellation back. */
export function KeepDialog({ of, onClose }: { readonly of: ContractRow; readonly onClose: () => void }) {
  const phrase = usePhrase();
  const { formats } = useSpeech();
  const keep = useSend('keepContract');
  const form = useDialogForm({
    initial: {}, onClose, done: phrase('admin-contracts.keep.done', { plan: of.planName }),
    send: () => keep.mutateAsync({ params: { contractId: of.id } }),
  });
  return (
    <VerbDialog title={phrase('admin-contracts.keep.title', { plan: of.planName })} form={form}
      verb={phrase('admin-contracts.verbs.keep')} onClose={onClose}>
      <p>{phrase('admin-contracts.keep.text', { day: formats.day(of.lastDay ?? of.startDay, 'dated') })}</p>
    </VerbDialog>
  );
}
