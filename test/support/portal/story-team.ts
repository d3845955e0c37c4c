import type { Day } from '../../../src/domain/kernel/day.ts';
import type {
  Booking,
  TeamEffects,
  TeamLineUp,
  TeamPerson,
  TeamView,
  Visitor,
} from '../../../src/apps/portal/readers.ts';

const contractId = 'con_00000000000000000000000001';

const person = (name: string, more: Partial<TeamPerson>): TeamPerson => ({
  id: `cus_0000000000000000000000${name.toLowerCase().slice(0, 4).padEnd(4, '0')}`,
  name,
  isYou: false,
  email: `${name.toLowerCase()}@nova.example`,
  role: 'member',
  standing: 'member',
  sinceDay: '2026-03-01' as Day,
  seats: [{ id: 'sea_00000000000000000000000001', contractId, planName: 'Office Lite' }],
  ...more,
});

/** Nova as its manager Mira sees it: three of five seats are used, one person is invited. */
export const teamOf = (visitor: Visitor): TeamView => ({
  id: 'tea_00000000000000000000000001',
  name: 'Nova',
  role: 'manager',
  people: 3,
  profile: {
    about: 'Brand and web design',
    website: 'https://nova.example',
    email: 'hello@nova.example',
    phone: '',
  },
  membersMayInvite: false,
  seats: { used: 2, all: 5 },
  persons: [
    person('Mira', { id: visitor.id, name: visitor.name, isYou: true, role: 'manager' }),
    person('Anna', {}),
    person('Leon', { seats: [], standing: 'contact' }),
  ],
  contracts: [
    {
      id: contractId,
      planName: 'Office Lite',
      status: 'active',
      locationName: 'Harbour Quay',
      holderId: 'cus_00000000000000000000000009',
      lastDay: null,
      seats: { used: 2, all: 5 },
    },
  ],
  invitations: [
    {
      id: 'itn_00000000000000000000000001',
      email: 'noor@nova.example',
      name: 'noor',
      role: 'member',
      untilDay: '2026-12-08' as Day,
      isOver: false,
    },
  ],
  payerName: 'Nova GmbH',
  may: {
    edit: true,
    invite: true,
    remove: true,
    giveRoles: true,
    giveSeats: true,
    book: true,
    seeInvoices: true,
    leave: true,
  },
});

export const teamsOf = (visitor: Visitor | null): readonly TeamLineUp[] =>
  visitor?.standing === 'member' ? [teamOf(visitor)] : [];

export const teamBookingsOf = (bookings: readonly Booking[]) =>
  bookings.map((booking) => ({ ...booking, customerName: 'Anna' }));

export const removing: TeamEffects = {
  stops: ['The seat on Office Lite', 'Membership: Anna becomes a contact'],
  goesOn: ['Bookings already made'],
};
