import { Dialog, useSpeech } from '../../../../kit/plain/index.ts';
import { CustomerPicker } from '../bookings/customer-picker.tsx';
import { ExplainAccess, type ExplainAccessProps } from './customer-tab.tsx';

export interface ExplainPanelProps extends Pick<ExplainAccessProps, 'onAnyway'> {
  /** Undefined: asked first. */
  readonly customerId: string | undefined;
  readonly onCustomer: (customerId: string) => void;
  readonly onClose: () => void;
}

/** Explain access over the page where the question arose; the question stands in that page's address. */
export function ExplainPanel({ customerId, onCustomer, onClose, onAnyway }: ExplainPanelProps) {
  const { phrase } = useSpeech();
  return (
    <Dialog open wide onClose={onClose} title={phrase('admin-explain.title')}>
      {customerId === undefined ? (
        <CustomerPicker value={null} label={phrase('admin-explain.whom')}
          onPick={(picked) => picked !== null && onCustomer(picked.id)} />
      ) : <ExplainAccess customerId={customerId} oneOnly onAnyway={onAnyway} />}
    </Dialog>
  );
}
