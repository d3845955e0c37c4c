import { expect, test } from 'vitest';
import { always, ask, cover, customer, place, suspended, when } from './access.examples.ts';
import { decideSection, sectionFacts } from './section-decision.ts';
import { accessLevels, type AccessLevel, portalSections } from './section.ts';

/*
 * The section rule once more, as tables that were written from the sentences of the rules and not from the
 * code: SEC-1 to SEC-6, SUS-3, ACC-6, ACC-7 and MEM-7. To read an answer, look up in which column somebody
 * stands, then go through the tables in order; the first that does not say "yes" is the answer.
 */
const at = when('2026-12-01 10:00');
const yes = 'yes';

/** MEM-1, MEM-7, CON-7: what somebody is here, counting all contracts, or only those valid here. */
const standings = {
  'a contact, never a contract': { covers: [], network: 'contact', here: 'contact' },
  'a member': { covers: [cover()], network: 'member', here: 'member' },
  'a member, the only contract frozen': {
    covers: [cover({ frozen: [['2026-11-01', '2026-12-03']] })], network: 'frozen', here: 'frozen',
  },
  'a member, both contracts frozen': {
    covers: [
      cover({ frozen: [['2026-11-01', '2026-12-03']] }),
      cover({ id: 'con_2', frozen: [['2026-11-15', null]] }),
    ],
    network: 'frozen', here: 'frozen',
  },
  'a member, one of two contracts frozen': {
    covers: [cover({ frozen: [['2026-11-01', '2026-12-03']] }), cover({ id: 'con_2' })],
    network: 'member', here: 'member',
  },
  'a member of another location': {
    covers: [cover({ validHere: false })], network: 'member', here: 'elsewhere',
  },
  'a member of another location, frozen there': {
    covers: [cover({ validHere: false, frozen: [['2026-11-01', '2026-12-03']] })],
    network: 'frozen', here: 'elsewhere',
  },
  'frozen here, active at another location': {
    covers: [cover({ frozen: [['2026-11-01', '2026-12-03']] }), cover({ id: 'con_2', validHere: false })],
    network: 'member', here: 'member',
  },
  'active here, frozen at another location': {
    covers: [cover(), cover({ id: 'con_2', validHere: false, frozen: [['2026-11-01', null]] })],
    network: 'member', here: 'member',
  },
  'a contact, the contract is over': {
    covers: [cover({ until: '2026-12-01' })], network: 'contact', here: 'contact',
  },
  'a contact, the contract begins next month': {
    covers: [cover({ from: '2027-01-01' })], network: 'later', here: 'later',
  },
  'a member, the freeze is over': {
    covers: [cover({ frozen: [['2026-11-01', '2026-12-01']] })], network: 'member', here: 'member',
  },
} as const;

type Column = 'contact' | 'member' | 'frozen let in' | 'frozen kept out' | 'elsewhere' | 'later';
type Row = Readonly<Record<'visitor' | Column, string>>;
const row = (...of: readonly [string, string, string, string, string, string, string]): Row => ({
  'visitor': of[0], 'contact': of[1], 'member': of[2], 'frozen let in': of[3], 'frozen kept out': of[4],
  'elsewhere': of[5], 'later': of[6],
});
const [wait, only] = ['notSignedIn', 'needsSignIn'];
const gated = 'gateForMembers';

/** SEC-3: the entire portal, before any section. */
const throughThePortal: Readonly<Record<AccessLevel, Row>> = {
  //              visitor  contact  member             frozen let in      kept out           elsewhere  later
  public: row(yes, yes, yes, yes, yes, yes, yes),
  signedIn: row(wait, yes, yes, yes, yes, yes, yes),
  contacts: row(wait, yes, 'gateForContacts', 'gateForContacts', 'gateForContacts', yes, yes),
  members: row(wait, gated, yes, yes, 'frozenSection', gated, gated),
};

/** SEC-2: the section itself. Keeping frozen members out comes last: a freeze is asked after a suspension. */
const intoTheSection: Readonly<Record<AccessLevel, Row>> = {
  //              visitor  contact  member          frozen let in   kept out        elsewhere         later
  public: row(yes, yes, yes, yes, yes, yes, yes),
  signedIn: row(only, yes, yes, yes, yes, yes, yes),
  contacts: row(only, yes, 'contactsOnly', 'contactsOnly', 'contactsOnly', yes, yes),
  members: row(only, 'membersOnly', yes, yes, 'frozenSection', 'memberElsewhere', 'membershipStarts'),
};

/** ACC-7, SEC-5: the account, asked before everything where anything on the way is not public. */
const accounts = {
  'in order': { told: {}, says: yes },
  'without portal access': { told: { mayEnter: [] }, says: 'noPortalAccess' },
  'archived': { told: { archivings: always }, says: 'archived' },
  'archived and without portal access': { told: { archivings: always, mayEnter: [] }, says: 'archived' },
} as const;

/** SUS-3: only the switch for signing in closes sections; the others make them read-only. */
const suspensions = {
  'not suspended': { told: {}, signIn: true, says: yes },
  'not suspended, where suspended ones may not sign in': { told: {}, signIn: false, says: yes },
  'suspended, may sign in': {
    told: { suspensions: [suspended('2026-11-15')] }, signIn: true, says: yes,
  },
  'suspended, may not sign in': {
    told: { suspensions: [suspended('2026-11-15')] }, signIn: false, says: 'suspendedSignIn',
  },
  'suspended in the past, may not sign in': {
    told: { suspensions: [suspended('2026-10-01', '2026-12-01')] }, signIn: false, says: yes,
  },
} as const;

interface State {
  readonly portal: AccessLevel;
  readonly level: AccessLevel;
  readonly onlyValidHere: boolean;
  readonly frozenEnter: boolean;
  readonly standing: keyof typeof standings | null;
  readonly account: keyof typeof accounts;
  readonly suspension: keyof typeof suspensions;
}

function columnOf({ standing, onlyValidHere, frozenEnter }: State): 'visitor' | Column {
  if (standing === null) return 'visitor';
  const is = standings[standing][onlyValidHere ? 'here' : 'network'];
  if (is !== 'frozen') return is;
  return frozenEnter ? 'frozen let in' : 'frozen kept out';
}

/** The tables in the order of the layers: 1 portal access, 2 standing, 3 suspension, 4 freeze (ACC-6). */
function answerByTable(state: State): string {
  const column = columnOf(state);
  const isPublic = state.portal === 'public' && state.level === 'public';
  const section = intoTheSection[state.level][column];
  const bySection = section === 'frozenSection' ? [yes, section] : [section, yes];
  const own = state.standing === null || isPublic ? yes : accounts[state.account].says;
  const suspension = state.standing === null || isPublic ? yes : suspensions[state.suspension].says;
  const steps = [own, throughThePortal[state.portal][column], bySection[0]!, suspension, bySection[1]!];
  return steps.find((step) => step !== yes) ?? yes;
}

function answerByEngine(state: State, section: (typeof portalSections)[number]): string {
  const { account, suspension, standing, portal, level } = state;
  const who = standing === null ? null : customer({
    covers: standings[standing].covers, ...accounts[account].told, ...suspensions[suspension].told,
  });
  const here = place({
    levels: { [section]: level, entirePortal: portal },
    membersAre: state.onlyValidHere ? 'validHere' : 'anyOfNetwork',
    frozenMembersEnter: state.frozenEnter,
    whileSuspended: { ...place().whileSuspended, signIn: suspensions[suspension].signIn },
  });
  const { allowed, firstDenial, layers } =
    decideSection(sectionFacts(ask({ customer: who, places: [here] }), section), { at, withChange: false });
  const denied = layers.find(({ outcome }) => outcome === 'deny');
  if (allowed !== (denied === undefined) || firstDenial !== (denied?.layer ?? null)) return 'contradiction';
  return denied?.code ?? yes;
}

function* everyState(): Generator<State> {
  const both = [true, false];
  const names = <T extends object>(of: T) => Object.keys(of) as (keyof T)[];
  for (const portal of accessLevels)
    for (const level of accessLevels)
      for (const onlyValidHere of both)
        for (const frozenEnter of both)
          for (const suspension of names(suspensions)) {
            const told = { portal, level, onlyValidHere, frozenEnter, suspension };
            yield { ...told, standing: null, account: 'in order' };
            for (const standing of names(standings))
              for (const account of names(accounts)) yield { ...told, standing, account };
          }
}

const sections = portalSections.filter((section) => section !== 'entirePortal');

test('SEC-1 SEC-2 SEC-3 SEC-5 SUS-3 MEM-7 the section rule is what the tables say, in every state', () => {
  const states = [...everyState()];
  const wrong: object[] = [];
  for (const state of states) {
    const expected = answerByTable(state);
    for (const section of sections) {
      const answered = answerByEngine(state, section);
      if (answered !== expected) wrong.push({ section, ...state, expected, answered });
    }
  }
  expect(wrong.slice(0, 5)).toEqual([]);
  const compared = states.length * sections.length;
  expect(compared).toBe(16 * 4 * 5 * (1 + 12 * 4) * 15);
  process.stdout.write(`section rule: ${compared} states compared, ${wrong.length} disagree.\n`);
});

test('SEC-1 SEC-3 the entire portal asked by itself is the section rule without a gate before it', () => {
  const wrong: object[] = [];
  for (const state of everyState()) {
    if (state.portal !== state.level) continue;
    const answered = answerByEngine(state, 'entirePortal');
    const expected = answerByTable({ ...state, portal: 'public' });
    if (answered !== expected) wrong.push({ ...state, expected, answered });
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});
