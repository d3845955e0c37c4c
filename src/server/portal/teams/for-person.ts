import type { Answer, Decision, PersonVisit, Refusal, Room } from '../../../apps/portal/readers.ts';
import type { Id } from '../../../domain/kernel/id.ts';
import { bookFor, quoteFor } from '../bookings.ts';
import { loadRooms } from '../rooms.ts';
import type { Visiting } from '../visiting.ts';
import { loadBookableFor } from './load-teams.ts';

/**
 * Rooms, prices and refusals as they are for somebody in a team that the visitor runs: that person's rules
 * decide (PER-2). The booking itself is the visitor's act. Refusals name the person; null for anybody else.
 */
export async function visitForPerson(visiting: Visiting, personId: string): Promise<PersonVisit | null> {
  const person = (await loadBookableFor(visiting)).find(({ id }) => id === personId);
  if (person === undefined) return null;
  const { phrase } = visiting;
  const theirs: Visiting = {
    ...visiting.as(person.id as Id<'cus'>),
    phrase: (key, values) =>
      phrase(key === 'portal-book.step.memberRate' ? 'portal-teams.bookFor.theirRate' : key, values),
  };
  const said = (decision: Decision): Decision => saidAbout(visiting, person.name, decision);
  const answer = async <T>(from: Promise<Answer<T>>): Promise<Answer<T>> => {
    const given = await from;
    return given.ok ? given : { ok: false, problem: problemAbout(given.problem, said) };
  };
  return {
    rooms: async (asked) => (await loadRooms(theirs, asked)).map((room) => roomAbout(room, said)),
    quote: (asked) => answer(quoteFor(theirs, asked)),
    book: (asked) => answer(bookFor({ ...visiting, customerId: person.id as Id<'cus'> }, asked)),
    placesBeside: async () => [],
  };
}

/** What only the person can do about it is not offered to another. */
function roomAbout(room: Room, said: (decision: Decision) => Decision): Room {
  if (room.refusal === null) return room;
  const decision = said(room.refusal.decision);
  const nothing = { resume: null, fix: null, allowedFrom: null };
  return { ...room, refusal: { ...room.refusal, ...nothing, decision, text: decision.verdict } };
}

function problemAbout(problem: Refusal, said: (decision: Decision) => Decision): Refusal {
  if (problem.decision === null) return problem;
  const decision = said(problem.decision);
  return { ...problem, decision, detail: decision.verdict };
}

/** Layers that are about a person, not about the room or the time. */
const personal: ReadonlySet<string> = new Set(['portalAccess', 'standing', 'suspension', 'freeze', 'plan']);

/** What somebody owes is not told to another. */
const owing: ReadonlySet<string> = new Set(['overdue', 'othersAccount', 'owesWithinLimit']);

function saidAbout({ phrase }: Visiting, name: string, decision: Decision): Decision {
  const values = { name: `\u2068${name}\u2069` };
  const aboutOf = (layer: string, code: string): string | null =>
    owing.has(code) ? 'account' : personal.has(layer) ? layer : null;
  const lineOf = ({ layer, outcome, code, text }: Decision['layers'][number]): string => {
    const about = aboutOf(layer, code);
    if (about === null || outcome === 'notApplicable') return text;
    const key = outcome === 'deny' ? `line.${about}` : 'pass';
    return phrase(`portal-teams.about.${key}`, values);
  };
  const layers = decision.layers.map((layer) => ({ ...layer, text: lineOf(layer) }));
  const said = decision.firstDenial;
  const about = said === null ? null : aboutOf(said.layer, said.code);
  return {
    ...decision,
    // To be told of it is for the person to ask.
    nextChange: null,
    layers,
    others: decision.others.map(({ code, text }) => ({
      code,
      text: layers.find((layer) => layer.code === code && layer.outcome === 'deny')?.text ?? text,
    })),
    verdict: about === null ? decision.verdict : phrase(`portal-teams.about.${about}`, values),
  };
}
