import { useState } from 'react';
import {
  Button,
  Dialog,
  EmptyState,
  icons,
  List,
  ListRow,
  MoneyText,
  SkeletonRows,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { FreezeDialog } from '../../contracts/freeze-dialog.tsx';
import { type Customer, type CustomerContract, useContractsOf } from '../use-customer.ts';

/** A freeze is of one contract: with one there is nothing to choose, with several the dialog asks which. */
export function FreezeChoice({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const { phrase } = useSpeech();
  const answer = useContractsOf(customer.id);
  const [chosen, setChosen] = useState<CustomerContract>();
  const all = answer.data?.data.filter(({ status }) => status === 'active' || status === 'scheduled');
  const one = chosen ?? (all?.length === 1 ? all[0] : undefined);
  if (one !== undefined) return <FreezeDialog of={one} onClose={onClose} />;
  return (
    <Dialog open title={phrase('admin-customers.freeze.which')} onClose={onClose}>
      {all === undefined ? (
        <SkeletonRows rows={2} round={false} />
      ) : all.length === 0 ? (
        <EmptyState icon={icons.snow}>{phrase('admin-customers.freeze.none')}</EmptyState>
      ) : (
        <List>
          {all.map((contract) => (
            <ListRow key={contract.id} title={contract.planName} note={<MoneyText of={contract.price} />}>
              <Button small icon={icons.snow} onClick={() => setChosen(contract)}>
                {phrase('admin-customers.verbs.freeze')}
              </Button>
            </ListRow>
          ))}
        </List>
      )}
    </Dialog>
  );
}
