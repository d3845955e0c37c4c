import { ButtonLink, icons, usePhrase } from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { RowsCard } from '../../pieces/rows-card.tsx';
import { SeatsOf, useTeamsOf } from '../teams/of-customer.tsx';
import { useContractColumns } from './contract-rows.tsx';

/** The contracts of one customer, with their verbs: a tab of its page. */
export function ContractsTab({ customerId }: { readonly customerId: string }) {
  const phrase = usePhrase();
  const { hrefTo, may } = useHere();
  const answer = useAnswer('listContracts', { query: { customerId: customerId as never, limit: 100 } });
  const columns = useContractColumns({ withCustomer: false });
  const seated = useTeamsOf(customerId).some(({ seats }) => seats.length > 0);
  const add = may('contracts.write') ? (
    <ButtonLink
      kind="quiet"
      small
      icon={icons.plus}
      href={hrefTo(`money/contracts/new?customer=${customerId}`)}
    >
      {phrase('admin-contracts.add')}
    </ButtonLink>
  ) : undefined;
  return (
    <>
      <RowsCard
        title={phrase('admin-contracts.title')}
        answer={answer}
        columns={columns}
        empty={phrase(seated ? 'admin-teams.of.noOwnContract' : 'admin-contracts.none')}
        acts={add}
      />
      <SeatsOf customerId={customerId} />
    </>
  );
}
