import { check, clock, file, snow, x } from '../../../kit/plain/icon/shapes.generated.ts';
import { Icon } from '../../../kit/plain/icon/icon.tsx';
import { RowLink } from './row-link.tsx';
import type { ContractView } from '../readers.ts';
import type { Frame } from '../frame/view.ts';

const looks = {
  scheduled: ['scheduled', clock],
  active: ['active', check],
  frozen: ['frozen', snow],
  ended: ['quiet', x],
  void: ['quiet', x],
} as const;

export function ContractBadge({ frame, contract }: { frame: Frame; contract: Pick<ContractView, 'status'> }) {
  const [look, shape] = looks[contract.status];
  return (
    <span className={`badge badge--${look}`}>
      <Icon of={shape} />
      {frame.phrase(`portal-contracts.status.${contract.status}`)}
    </span>
  );
}

export const ContractRows = ({
  frame,
  contracts,
}: {
  frame: Frame;
  contracts: readonly ContractView[];
}) => (
  <ul className="p-list">
    {contracts.map((contract) => (
      <RowLink
        key={contract.id}
        shape={file}
        href={frame.link('contract', { contractId: contract.id })}
        title={<bdi>{contract.planName}</bdi>}
        text={<bdi>{contract.locationName}</bdi>}
        end={<ContractBadge frame={frame} contract={contract} />}
      />
    ))}
  </ul>
);
