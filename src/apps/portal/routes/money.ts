import { type Asked, missing, type Outcome, route, show } from './route.ts';

export const moneyRoutes = [
  route<'wallet'>({ page: 'wallet', section: 'benefits', signedIn: true, get: wallet }),
  route<'invoices'>({ page: 'invoices', section: 'payments', signedIn: true, get: invoices }),
  route<'invoice'>({ page: 'invoice', section: 'payments', signedIn: true, get: invoice }),
  route<'invoicePdf'>({ page: 'invoicePdf', section: 'payments', signedIn: true, get: invoicePdf }),
];

async function wallet({ visit, phrase }: Asked<'wallet'>): Promise<Outcome> {
  const [{ grants, ledger }, contracts] = await Promise.all([visit.wallet(), visit.contracts()]);
  return show('wallet', phrase('portal-wallet.title'), { grants, ledger, contracts });
}

async function invoices({ visit, phrase }: Asked<'invoices'>): Promise<Outcome> {
  const all = (await visit.invoices()).toSorted((a, b) => b.issueDay.localeCompare(a.issueDay));
  const isDue = (one: (typeof all)[number]): boolean => one.due.amount > 0 && one.state !== 'void';
  return show('invoices', phrase('portal-invoices.title'), {
    due: all.filter(isDue),
    settled: all.filter((one) => !isDue(one)),
  });
}

async function invoice({ visit, phrase, params }: Asked<'invoice'>): Promise<Outcome> {
  const found = await visit.invoice(params.invoiceId);
  return found === null
    ? missing
    : show('invoice', phrase('portal-invoices.named', { number: found.number }), { invoice: found });
}

async function invoicePdf({ visit, params }: Asked<'invoicePdf'>): Promise<Outcome> {
  const [found, body] = await Promise.all([
    visit.invoice(params.invoiceId),
    visit.invoicePdf(params.invoiceId),
  ]);
  if (found === null || body === null) return missing;
  return {
    kind: 'file',
    type: 'application/pdf',
    name: `${found.number.replace(/[^\w-]/g, '_')}.pdf`,
    body,
  };
}
