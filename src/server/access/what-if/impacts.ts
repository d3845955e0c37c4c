import type { z } from 'zod';
import type { impactSchema, peopleSchema, whoQuery, whoSchema } from '../../../api/impact.ts';
import { type Impact, impactOf, type Turned } from '../../../domain/access/what-if/impact.ts';
import { standingAt } from '../../../domain/membership/standing.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { type Locations, locationOf } from '../../locations/load-locations.ts';
import { fieldProblem } from '../../platform/http/problem.ts';
import { pageFrom, readCursor } from '../../platform/http/page.ts';
import type { Work } from '../../platform/work/shell.ts';
import { firstByName } from './first-by-name.ts';
import type { ClassWishes, LoadedClass } from './load-classes.ts';
import { keyOf, type WhatIf } from './questions.ts';
import type { Side } from './sides.ts';

type Answer = z.input<typeof impactSchema>;
type People = z.input<typeof peopleSchema>;
export type WhoAsked = { [K in keyof typeof whoQuery]?: z.output<(typeof whoQuery)[K]> | undefined };

/** A change as everybody meets it: the classes, and the rules before and after. */
export interface WhatIfs {
  readonly work: Work;
  readonly wishes: Pick<ClassWishes, 'at' | 'homes'>;
  readonly classes: readonly LoadedClass[];
  readonly before: Side;
  readonly after: Side;
  /** Whose answer to a question the change can turn; everybody's unless said. */
  readonly concerns?: (of: LoadedClass, asked: WhatIf) => boolean;
}

/** One question put to everybody, before and after. */
export const impactIn = (
  { classes, before, after, wishes: { at }, concerns }: WhatIfs, asked: WhatIf,
): Impact<LoadedClass> => impactOf(classes, (of) => {
  const here = asked.here(of);
  return {
    layers: asked.layers, before: () => asked.before(before.base(of, here)),
    after: () => asked.after(after.base(of, here)),
  };
}, { at, concerns: concerns && ((of) => concerns(of, asked)) });

/** The questions whose answer turns for somebody, and the page of customers that was asked for. */
export async function presentImpacts(
  of: WhatIfs, locations: Locations, asked: readonly WhatIf[], who: WhoAsked,
): Promise<Answer> {
  const alike = new Map<string, Impact<LoadedClass>>();
  const impacts = asked.map((question) => {
    const impact = alike.get(question.alike ?? '') ?? impactIn(of, question);
    if (question.alike !== undefined) alike.set(question.alike, impact);
    return { question, impact };
  });
  const turned = impacts.filter(({ impact }) => impact.gains.length + impact.loses.length > 0);
  const found = impacts.find(({ question }) => keyOf(question) === who.of);
  if (who.of !== undefined && found === undefined)
    throw fieldProblem('of', 'unknown', 'Needs the key of one of the questions.');
  const someOf = await firstNames(of, turned.map(({ impact }) => impact));
  return {
    people: countOf(of.classes),
    questions: turned.map(({ question, impact }) => ({
      key: keyOf(question), action: question.action, target: question.target, name: question.name,
      location: placeOf(locations, question.locationId), allowed: impact.allowed, wouldBe: impact.wouldBe,
      gains: presentPeople(of, question, impact.gains, someOf),
      loses: presentPeople(of, question, impact.loses, someOf),
    })),
    list: found === undefined ? null : await presentWho(of, found.impact, who),
  };
}

/** The first by name of everybody who turns, and of those the caller may know by name. */
export type SomeOf = (turned: readonly Turned<LoadedClass>[]) => People['some'];

export async function firstNames(
  { work, wishes }: WhatIfs, impacts: readonly Impact<LoadedClass>[],
): Promise<SomeOf> {
  const groups = [...new Set(impacts.flatMap(({ gains, loses }) => [gains, loses]))];
  const named = await firstByName(work.tx, groups.map((turned) => known(work, turned).map(({ of }) => of)),
    { homes: wishes.homes, after: null, most: SOME });
  const some = new Map(groups.map((turned, index) => [turned, named[index]!]));
  return (turned) => some.get(turned)!.map(({ id, name }) => ({ id, name }));
}

/** How many, of which standing, for which reasons, and the first of them by name. */
export function presentPeople(
  { before, wishes }: WhatIfs, asked: WhatIf, turned: readonly Turned<LoadedClass>[], someOf: SomeOf,
): People {
  let members = 0;
  const reasons = new Map<string, People['reasons'][number]>();
  for (const { of, before: was, after: is } of turned) {
    const here = asked.here(of);
    const { covers } = before.base(of, here).customer!;
    if (standingAt(covers, wishes.at, before.place(here).membersAre) === 'member') members += of.count;
    const key = `${was.code} ${is.code}`;
    const so = reasons.get(key)?.count ?? 0;
    reasons.set(key, { ...reasonOf({ before: was, after: is }), count: so + of.count });
  }
  const count = countOf(turned.map(({ of }) => of));
  return {
    count, members, contacts: count - members,
    withBookings: turned.reduce((sum, { of }) => sum + of.booked, 0),
    some: someOf(turned),
    reasons: [...reasons.values()].sort((a, b) => b.count - a.count),
  };
}

const SOME = 20;

/** The customers themselves, by name, with the reason before and after. Null where nobody asked. */
export async function presentWho(
  { work, wishes }: WhatIfs, { gains, loses }: Impact<LoadedClass>, { who = 'loses', ...page }: WhoAsked,
): Promise<z.input<typeof whoSchema>> {
  const turned = new Map(known(work, who === 'gains' ? gains : loses).map((one) => [one.of, one]));
  const limit = page.limit ?? 50;
  const after = readCursor(page.cursor, 2, 'string', 'string');
  const [rows] = await firstByName(work.tx, [[...turned.keys()]],
    { homes: wishes.homes, after, most: limit + 1 });
  return pageFrom(rows!, limit, ({ sortedName, id }) => [sortedName, id], ({ id, name, of }) =>
    ({ id, name, ...reasonOf(turned.get(of)!) }));
}

const reasonOf = ({ before, after }: Pick<Turned<unknown>, 'before' | 'after'>) =>
  ({ before: before.code, after: after.code, layer: before.layer ?? after.layer });

/** Whoever may not read a customer's location counts them, and does not learn their names. */
function known(work: Work, turned: readonly Turned<LoadedClass>[]): readonly Turned<LoadedClass>[] {
  return turned.filter(({ of }) => work.caller.may('customers.read', of.homeLocationId));
}

export const countOf = (classes: readonly LoadedClass[]): number =>
  classes.reduce((sum, { count }) => sum + count, 0);

function placeOf(locations: Locations, id: Id<'loc'>): { id: Id<'loc'>; name: string } {
  return { id, name: locationOf(locations, id).name };
}
