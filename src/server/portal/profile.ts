import type { Answer, Done, Profile, ProfileInput, Visitor } from '../../apps/portal/readers.ts';
import { changeCustomer, getCustomer } from '../../api/customers.ts';
import { answered, type Visiting } from './visiting.ts';

/** Who is looking, as far as the portal greets and shows it. */
export async function loadVisitor({ customerId, ask }: Visiting): Promise<Visitor | null> {
  if (customerId === null) return null;
  const customer = await ask(getCustomer, { params: { customerId } });
  const { id, name, email, homeLocationId, standing, suspended } = customer;
  const shortName = customer.kind === 'company' ? name : (name.trim().split(/\s+/)[0] ?? name);
  return {
    id,
    name,
    shortName,
    email,
    homeLocationId,
    standing,
    suspended,
    language: customer.language ?? '',
  };
}

export async function loadProfile({ customerId, ask, language }: Visiting): Promise<Profile | null> {
  if (customerId === null) return null;
  const customer = await ask(getCustomer, { params: { customerId } });
  return {
    name: customer.name,
    email: customer.email,
    phone: customer.phone,
    language: customer.language ?? language,
    billingName: customer.billing.name,
    billingAddress: customer.billing.address,
    billingTaxId: customer.billing.taxId,
  };
}

/** A customer changes its own name, phone, language and billing details, nothing else. */
export const saveOwnProfile = (visiting: Visiting, wished: ProfileInput): Promise<Answer<Done>> =>
  answered(visiting, async () => {
    const { customerId, ask } = visiting;
    if (customerId === null) return {};
    const { name, phone, language, billingName, billingAddress, billingTaxId } = wished;
    await ask(changeCustomer, {
      params: { customerId },
      body: {
        name,
        phone,
        language,
        billing: { name: billingName, address: billingAddress, taxId: billingTaxId },
      },
    });
    return {};
  });
