import { Icon, icons, Menu, useSpeech } from '../../../../kit/plain/index.ts';
import { useAmount } from '../customers/benefits/benefits-card.tsx';
import type { UsablePass } from './use-desk.ts';

interface PassChoiceProps {
  readonly passes: readonly UsablePass[];
  readonly chosenId: string | undefined;
  readonly onChoose: (grantId: string | undefined) => void;
  readonly zone: string;
}

/** Another pass than the one proposed, for whoever asks for it. */
export function PassChoice({ passes, chosenId, onChoose, zone }: PassChoiceProps) {
  const { phrase, formats } = useSpeech();
  const amount = useAmount();
  if (passes.length < 2) return null;
  const first = passes[0]!;
  const about = (pass: UsablePass) =>
    [
      pass.inUse
        ? phrase('admin-desk.usedToday')
        : phrase('admin-desk.leftAfter', {
            left: amount(pass.left, pass.kind === 'time' ? 'minutes' : 'passes'),
          }),
      pass.expiresAt === null ? null : phrase('admin-desk.until', { at: formats.at(pass.expiresAt, zone) }),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <Menu
      name={phrase('admin-desk.chooseAnother')}
      button={{
        small: true,
        kind: 'quiet',
        children: (
          <>
            {phrase('admin-desk.chooseAnother')} <Icon of={icons.down} size={14} />
          </>
        ),
      }}
      items={passes.map((pass) => ({
        key: pass.grantId,
        label: <bdi>{pass.name}</bdi>,
        note: about(pass),
        checked: pass.grantId === (chosenId ?? first.grantId),
        onChoose: () => onChoose(pass === first ? undefined : pass.grantId),
      }))}
    />
  );
}
