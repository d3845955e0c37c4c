import { type Asked, go, missing, type Outcome, route, show } from './route.ts';
import { emptyForm, failed } from './forms.ts';
import type { ContractChange, ContractView, Refusal } from '../readers.ts';
import { type Day, parseDay } from '../../../domain/kernel/day.ts';
import type { ContractChangeFacts } from '../pages/facts.ts';

export const contractRoutes = [
  route<'contract'>({ page: 'contract', section: null, signedIn: true, get: contract }),
  route<'freezeContract'>({
    page: 'freezeContract',
    section: null,
    signedIn: true,
    get: freezeAsk,
    post: freeze,
  }),
  route<'cancelContract'>({
    page: 'cancelContract',
    section: null,
    signedIn: true,
    get: cancelAsk,
    post: cancel,
  }),
  route<'resumeContract'>({
    page: 'resumeContract',
    section: null,
    signedIn: true,
    get: resumeAsk,
    post: resume,
  }),
  route<'keepContract'>({ page: 'keepContract', section: null, signedIn: true, get: back, post: keep }),
];

type AskedOfOne = Asked<
  'contract' | 'freezeContract' | 'cancelContract' | 'resumeContract' | 'keepContract'
>;

const contractOf = async ({ visit, params }: AskedOfOne): Promise<ContractView | null> =>
  (await visit.contracts()).find(({ id }) => id === params.contractId) ?? null;

const notices: ReadonlySet<string> = new Set(['frozen', 'cancelled', 'resumed', 'takenBack', 'kept']);

async function contract(asked: Asked<'contract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  return found === null ? missing : showContract(asked, found, null);
}

function showContract(asked: AskedOfOne, found: ContractView, refused: Refusal | null): Outcome {
  const { phrase, query } = asked;
  const done = query['done'] ?? '';
  return show(
    'contract',
    phrase('portal-contracts.one'),
    { contract: found, problem: refused?.detail ?? null },
    {
      notice: notices.has(done) ? phrase(`portal-contracts.done.${done}`) : null,
      status: refused?.status ?? 200,
    },
  );
}

async function back({ link, params }: AskedOfOne): Promise<Outcome> {
  return go(link('contract', { contractId: params.contractId }));
}

/** Makes the change, or shows the same page with what is in the way. */
async function make(asked: AskedOfOne, change: ContractChange, done: string): Promise<Refusal | Outcome> {
  const answer = await asked.visit.changeContract(change);
  return answer.ok ? go(asked.link('contract', { contractId: change.contractId }, { done })) : answer.problem;
}
const isOutcome = (made: Refusal | Outcome): made is Outcome => 'kind' in made;

/** The days stand in the address: what is shown is what will be done with them. */
async function freezeAsk(asked: Asked<'freezeContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  return found === null ? missing : showFreeze(asked, found, null);
}

async function freeze(asked: Asked<'freezeContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  if (found === null) return missing;
  const { fromDay, untilDay } = daysAsked(asked.form, found);
  if (fromDay === null) return showFreeze(asked, found, null);
  const wish = { contractId: found.id, verb: 'freeze' as const, fromDay, untilDay };
  const made = await make(asked, wish, 'frozen');
  return isOutcome(made) ? made : showFreeze({ ...asked, query: asked.form }, found, made);
}

interface DaysAsked {
  /** Null: no day at all, or none that there is. */
  readonly fromDay: Day | null;
  readonly untilDay: Day | null;
  readonly values: Readonly<Record<string, string>>;
}

/** What was sent; where nothing was, the days that suggest themselves. */
function daysAsked(sent: Readonly<Record<string, string>>, { acts }: ContractView): DaysAsked {
  const offer = acts === null || acts.freeze.why !== null ? null : acts.freeze;
  const suggested = { from: offer?.fromDay ?? '', until: offer?.untilDay ?? '' };
  const values =
    sent['from'] === undefined ? suggested : { from: sent['from'], until: sent['until'] ?? '' };
  const untilDay = parseDay(values.until);
  const isRead = values.until === '' || untilDay !== null;
  return { fromDay: isRead ? parseDay(values.from) : null, untilDay, values };
}

async function showFreeze(
  asked: Asked<'freezeContract'>,
  found: ContractView,
  refused: Refusal | null,
): Promise<Outcome> {
  const { visit, phrase, query } = asked;
  const closed = found.acts?.freeze.why ?? null;
  const { fromDay, untilDay, values } = daysAsked(query, found);
  const days = { fromDay, untilDay };
  const title = phrase('portal-contracts.freeze.title');
  if (found.acts === null || closed !== null)
    return showChange(asked, 'freezeContract', found, { closed: closed ?? phrase('portal-contracts.over') });
  if (fromDay === null) {
    const name = parseDay(values['from'] ?? '') === null ? 'from' : 'until';
    const form = { ...emptyForm, values, errors: { [name]: phrase('portal-contracts.noDay') } };
    return show('freezeContract', title, { ...nothingYet(found), form, days }, { status: 422 });
  }
  const effects = await visit.contractEffects({
    contractId: found.id,
    verb: 'freeze',
    fromDay,
    untilDay,
  });
  const problem = refused ?? (effects.ok ? null : effects.problem);
  const form = problem === null ? { ...emptyForm, values } : failed(named(problem), values);
  return show(
    'freezeContract',
    title,
    { ...nothingYet(found), effects: effects.ok && refused === null ? effects.value : null, form, days },
    { status: problem?.status ?? 200 },
  );
}

/** The fields of the form are called from and until. */
const named = (problem: Refusal): Refusal => ({
  ...problem,
  errors: problem.errors.map(({ field, message }) => ({ field: field.replace('Day', ''), message })),
});

const nothingYet = (contract: ContractView): ContractChangeFacts => ({
  contract,
  closed: null,
  effects: null,
  form: emptyForm,
  days: { fromDay: null, untilDay: null },
});

async function cancelAsk(asked: Asked<'cancelContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  return found === null ? missing : showCancel(asked, found, null);
}

async function cancel(asked: Asked<'cancelContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  if (found === null) return missing;
  const lastDay = parseDay(asked.form['last'] ?? '');
  const made = await make(asked, { contractId: found.id, verb: 'cancel', lastDay }, 'cancelled');
  return isOutcome(made) ? made : showCancel(asked, found, made);
}

async function showCancel(
  asked: Asked<'cancelContract'>,
  found: ContractView,
  refused: Refusal | null,
): Promise<Outcome> {
  const { visit, phrase, query } = asked;
  const closed = found.acts?.cancel.why ?? null;
  if (found.acts === null || closed !== null)
    return showChange(asked, 'cancelContract', found, { closed: closed ?? phrase('portal-contracts.over') });
  const wished = parseDay(query['last'] ?? '');
  const effects = await visit.contractEffects({ contractId: found.id, verb: 'cancel', lastDay: wished });
  const problem = refused ?? (effects.ok ? null : effects.problem);
  const last = (effects.ok ? effects.value.lastDay : null) ?? wished ?? '';
  const values = { last };
  return show(
    'cancelContract',
    phrase('portal-contracts.cancel.title'),
    {
      ...nothingYet(found),
      effects: effects.ok && refused === null ? effects.value : null,
      form: problem === null ? { ...emptyForm, values } : failed(problem, values),
    },
    { status: problem?.status ?? 200 },
  );
}

async function resumeAsk(asked: Asked<'resumeContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  if (found === null || (found.frozen === null && found.freezeAhead === null)) return missing;
  if (found.frozen?.mayResume === false) {
    return showChange(asked, 'resumeContract', found, {
      closed: asked.phrase('portal-contracts.mayNotResume'),
    });
  }
  const effects = await asked.visit.contractEffects({ contractId: found.id, verb: 'resume' });
  return showChange(asked, 'resumeContract', found, {
    effects: effects.ok ? effects.value : null,
    closed: effects.ok ? null : effects.problem.detail,
  });
}

async function resume(asked: Asked<'resumeContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  if (found === null) return missing;
  const done = found.frozen === null ? 'takenBack' : 'resumed';
  const made = await make(asked, { contractId: found.id, verb: 'resume' }, done);
  return isOutcome(made) ? made : showChange(asked, 'resumeContract', found, refusal(made));
}

async function keep(asked: Asked<'keepContract'>): Promise<Outcome> {
  const found = await contractOf(asked);
  if (found === null) return missing;
  const made = await make(asked, { contractId: found.id, verb: 'keep' }, 'kept');
  return isOutcome(made) ? made : showContract(asked, found, made);
}

const refusal = ({ detail, status }: Refusal) => ({ closed: detail, status });

const titles = { freezeContract: 'freeze', cancelContract: 'cancel', resumeContract: 'resume' } as const;

function showChange(
  { phrase }: AskedOfOne,
  page: keyof typeof titles,
  contract: ContractView,
  { status, ...shown }: Partial<ContractChangeFacts> & { readonly status?: number },
): Outcome {
  const facts = { ...nothingYet(contract), ...shown };
  return show(page, phrase(`portal-contracts.${titles[page]}.title`), facts, { status: status ?? 200 });
}
