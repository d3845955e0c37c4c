import { useEffect } from 'react';
import { useAddressValue } from '../../data/filters.ts';
import { useAnswer } from '../../data/answers.ts';
import { useSpeech } from '../../../../kit/plain/index.ts';
import { Page } from '../../frame/page.tsx';
import { CustomerPicker } from '../bookings/customer-picker.tsx';
import { ExplainAccess } from './customer-tab.tsx';

/** Explain access by itself: first whom, then what. */
export function Explain() {
  const { phrase } = useSpeech();
  const [customerId, setCustomer] = useAddressValue('customer');
  const customer = useAnswer(
    'getCustomer',
    { params: { customerId: customerId as never } },
    { when: customerId !== undefined },
  );
  const isAsking = customerId === undefined;
  useEffect(() => {
    if (isAsking) document.getElementById('explain-customer')?.focus();
  }, [isAsking]);
  const picked = customerId === undefined || customer.data === undefined ? null
    : { id: customerId, name: customer.data.name };
  return (
    <Page title={phrase('admin-explain.title')} tight>
      <CustomerPicker
        id="explain-customer"
        label={phrase('admin-explain.whom')}
        value={picked}
        onPick={(one) => setCustomer(one?.id)}
      />
      {customerId === undefined ? null : <ExplainAccess customerId={customerId} />}
    </Page>
  );
}
