import { Icon, icons, SkeletonRows, useSpeech } from '../../../../kit/plain/index.ts';
import type { AccessLevel, PortalSection } from '../../../../domain/access/section.ts';
import { Gain } from '../../pieces/gain.tsx';
import { Fault } from '../../pieces/region.tsx';
import type { Preview, usePreview, WhoOf } from './use-access.ts';

export type SectionReach = Preview['sections'][number];

/** From which level to which. */
export function Shift({ from, to }: { readonly from: AccessLevel | null; readonly to: AccessLevel | null }) {
  const { phrase } = useSpeech();
  return (
    <p className="shift">
      <span>{phrase(`admin-access.levels.${from ?? 'inherited'}`)}</span>
      <Icon of={icons.arrow} size={14} flip />
      <b>{phrase(`admin-access.levels.${to ?? 'inherited'}`)}</b>
    </p>
  );
}

/** Sections whose loss leaves somebody with a booking they can no longer look after by themselves. */
const keepsBookings: ReadonlySet<PortalSection> = new Set<PortalSection>(['entirePortal', 'bookings']);

/** Who loses a section and who gains it. */
export function Reach({ of, who }: { readonly of: SectionReach; readonly who: WhoOf }) {
  const { phrase } = useSpeech();
  return (
    <dl className="gain">
      <dt>{phrase('admin-access.loseIt')}</dt>
      <dd>
        <Gain action="viewSection" people={of.loses} visitors={of.visitors === 'lose'}
          onWho={who(of.section, 'loses')} withBookings={keepsBookings.has(of.section)} />
      </dd>
      <dt>{phrase('admin-access.gainIt')}</dt>
      <dd>
        <Gain action="viewSection" people={of.gains} visitors={of.visitors === 'gain'}
          onWho={who(of.section, 'gains')} />
      </dd>
    </dl>
  );
}

interface ReachesProps {
  readonly preview: ReturnType<typeof usePreview>[0];
  readonly who: WhoOf;
  /** The sections that are told; undefined: all whose answer turns for somebody. */
  readonly of?: readonly PortalSection[];
}

/** Every section that is changed, or turns for somebody by what is changed. */
export function Reaches({ preview, who, of }: ReachesProps) {
  const { phrase } = useSpeech();
  if (preview.error !== null) return <Fault error={preview.error} />;
  if (preview.data === undefined) return <SkeletonRows rows={2} round={false} />;
  const told = preview.data.sections.filter((one) => of?.includes(one.section) === true || turns(one));
  if (told.length === 0) return <p className="muted">{phrase('admin-access.impact.none')}</p>;
  return (
    <>
      {told.map((one) => (
        <div key={one.section}>
          <h3>{phrase(`admin-access.sections.${one.section}`)}</h3>
          <Reach of={one} who={who} />
        </div>
      ))}
    </>
  );
}

const turns = ({ gains, loses, visitors }: SectionReach): boolean =>
  gains.count + loses.count > 0 || visitors !== 'same';
