import { z } from 'zod';
import { answeredId, idOf } from './schema.ts';

/** Minutes after midnight; a period that ends at 1440 lasts to the end of the day. */
const dayHours = z
  .object({ fromMinute: z.int().min(0).max(1439), untilMinute: z.int().min(1).max(1440) })
  .refine(({ fromMinute, untilMinute }) => fromMinute < untilMinute, {
    message: 'needs to end after it begins',
  });
const day = z.array(dayHours).max(10).default([]);
/** By ISO weekday, 1 Monday to 7 Sunday; a day that is not named is closed. */
export const weekHours = z.strictObject({ 1: day, 2: day, 3: day, 4: day, 5: day, 6: day, 7: day });

export const scope = z.enum(['current', 'children', 'parents', 'network']);
const switches = z.strictObject({
  signIn: z.boolean(),
  payInvoices: z.boolean(),
  createBookings: z.boolean(),
  changeBookings: z.boolean(),
  buy: z.boolean(),
  signUpToPlans: z.boolean(),
  checkIn: z.boolean(),
  useBenefits: z.boolean(),
  post: z.boolean(),
  openTickets: z.boolean(),
});
export const overdueLimit = z.strictObject({
  days: z.int().min(0).max(3650),
  amount: z.int().min(0),
  blocksBooking: z.boolean(),
  blocksBuying: z.boolean(),
  blocksCheckIn: z.boolean(),
});

const language = z.string().max(20)
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'needs a language such as en or de');
export const languageList = z.array(language).min(1).max(30);

/** Every setting by its name, as it is checked when set. */
const fields = {
  languages: languageList,
  defaultLanguage: language,
  openingHours: weekHours.nullable(),
  dailyCutOffMinutes: z.int().min(0).max(719),
  address: z.string().max(500),
  contactEmail: z.union([z.literal(''), z.email().max(200)]),
  contactPhone: z.string().max(50),
  capacity: z.int().min(1).max(1_000_000).nullable(),
  legalEntityId: idOf('ent').nullable(),
  taxRate: z.int().min(0).max(10_000),
  taxName: z.string().trim().min(1).max(30),
  pricesIncludeTax: z.boolean(),
  dueDays: z.int().min(0).max(365),
  accountsOpen: z.boolean(),
  whileSuspended: switches,
  overdueLimit: overdueLimit.nullable(),
  membersAre: z.enum(['anyOfNetwork', 'validHere']),
  frozenMembersEnter: z.boolean(),
  timePassRunsOut: z.enum(['endStay', 'flagStay']),
  resourcesScope: scope,
  eventsScope: scope,
  articlesScope: scope,
  perksScope: scope,
  faqScope: scope,
  productsScope: scope,
  bookingCredits: z.enum(['optional', 'only']),
  brandColour: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'needs a colour such as #0b6b5f').nullable(),
};

const setting = <S extends z.ZodType>(value: S) =>
  z.object({
    value,
    setAt: z.object({ id: answeredId('loc'), name: z.string() }).nullable(),
    own: z.boolean(),
  });

type Fields = typeof fields;
type InForce<S> = S extends z.ZodType ? ReturnType<typeof setting<S>> : never;

type Wished = { [N in keyof Fields]: z.ZodNullable<Fields[N]> };
const wished = Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value.nullable()]));

/**
 * A value sets it here from now on; those named in `inherit` go back to what the parent says, and so do
 * those that are null, unless null is a value of theirs (no limit, no colour, never closed).
 */
export const settingsWished = z.strictObject(wished as Wished).partial().extend({
  inherit: z.array(z.enum(Object.keys(fields) as [keyof Fields, ...(keyof Fields)[]])).optional(),
});

export const settingsInForce = z.object(
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, setting(value as z.ZodType)])) as
    unknown as { [N in keyof Fields]: InForce<Fields[N]> },
);
