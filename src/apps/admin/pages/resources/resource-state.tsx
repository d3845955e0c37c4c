import { icons, ToneBadge, useSpeech } from '../../../../kit/plain/index.ts';

const looks = {
  active: ['active', icons.check], paused: ['soon', icons.pause], archived: ['quiet', icons.archive],
} as const;

export function ResourceState({ state }: { state: keyof typeof looks }) {
  const { phrase } = useSpeech();
  const [tone, icon] = looks[state];
  return <ToneBadge tone={tone} icon={icon} small>{phrase(`admin-resources.state.${state}`)}</ToneBadge>;
}
