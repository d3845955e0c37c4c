import { Button, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useSend } from '../../data/answers.ts';
import type { ResourceAnswer } from './resource-form.ts';

/** Pausing and putting away: bookings that are made stand, and both can be taken back. */
export function StateVerbs({ resource }: { resource: ResourceAnswer }) {
  const { phrase } = useSpeech();
  const pause = useSend('pauseResource');
  const resume = useSend('resumeResource');
  const archive = useSend('archiveResource');
  const sent = { params: { resourceId: resource.id }, body: {} };
  const undo = () => resume.mutate(sent);
  const after = { onSuccess: () => toast(phrase('admin-resources.edit.stands'), undo) };
  if (resource.state !== 'active') {
    return (
      <Button busy={resume.isPending} onClick={() => resume.mutate(sent)}>
        {phrase('admin-resources.edit.resume')}
      </Button>
    );
  }
  return (
    <>
      <Button busy={pause.isPending} onClick={() => pause.mutate(sent, after)}>
        {phrase('admin-resources.edit.pause')}
      </Button>
      <Button kind="quiet" busy={archive.isPending} onClick={() => archive.mutate(sent, after)}>
        {phrase('admin-resources.edit.archive')}
      </Button>
    </>
  );
}
