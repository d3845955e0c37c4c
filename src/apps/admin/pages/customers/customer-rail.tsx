import { useState } from 'react';
import {
  Banner,
  Button,
  Facts,
  icons,
  NameText,
  Rail,
  RailPart,
  useSpeech,
} from '../../../../kit/plain/index.ts';
import { nameOf } from '../../../../api/texts/browser.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { ArchiveDialog, RestoreDialog } from './verbs/archive-dialog.tsx';
import { AccessDialog } from './verbs/access-dialog.tsx';
import { FreezeChoice } from './verbs/freeze-choice.tsx';
import { LiftDialog } from './verbs/lift-dialog.tsx';
import { NextChange } from './next-change.tsx';
import { EditProfile } from './verbs/edit-profile.tsx';
import { SuspendDialog } from './verbs/suspend-dialog.tsx';
import { InviteButton } from './verbs/invite-button.tsx';
import { TeamLines, useSeatReasons, useTeamsOf } from '../teams/of-customer.tsx';
import { type Customer, useContractsOf, useFrozen } from './use-customer.ts';

type Verb = 'suspend' | 'lift' | 'freeze' | 'access' | 'archive' | 'restore' | 'edit';

/** Facts and rare verbs: five facts side by side, the next change, how to reach them, what can be done. */
export function CustomerRail({ customer }: { customer: Customer }) {
  const { phrase } = useSpeech();
  const [verb, setVerb] = useState<Verb>();
  const close = () => setVerb(undefined);
  return (
    <Rail label={phrase('admin-customers.rail.title')}>
      <AtAGlance customer={customer} />
      <RailPart title={phrase('admin-customers.rail.nextChange')}>
        <NextChange customerId={customer.id} />
      </RailPart>
      <Reach customer={customer} onEdit={() => setVerb('edit')} />
      <Verbs customer={customer} onVerb={setVerb} />
      {verb === 'suspend' ? <SuspendDialog customer={customer} onClose={close} /> : null}
      {verb === 'lift' ? <LiftDialog customer={customer} onClose={close} /> : null}
      {verb === 'freeze' ? <FreezeChoice customer={customer} onClose={close} /> : null}
      {verb === 'access' ? <AccessDialog customer={customer} onClose={close} /> : null}
      {verb === 'archive' ? <ArchiveDialog customer={customer} onClose={close} /> : null}
      {verb === 'restore' ? <RestoreDialog customer={customer} onClose={close} /> : null}
      {verb === 'edit' ? <EditProfile customer={customer} onClose={close} /> : null}
    </Rail>
  );
}

function AtAGlance({ customer }: { customer: Customer }) {
  const { phrase } = useSpeech();
  const teams = useTeamsOf(customer.id);
  const because = useBecause(customer, teams);
  const frozenText = useFrozen(customer);
  const yes = phrase('admin-customers.yes');
  const no = phrase('admin-customers.no');
  return (
    <RailPart title={phrase('admin-customers.rail.title')}>
      <Facts
        of={[
          [
            phrase('admin-customers.rail.standing'),
            <>
              <b>{phrase(`kit.badge.${customer.standing}`)}</b>
              <br />
              {because.map((text) => (
                <span key={text} className="muted">
                  {text}
                </span>
              ))}
            </>,
          ],
          teams.length === 0
            ? null
            : [phrase('admin-teams.of.title'), <TeamLines key="t" of={teams} />],
          [
            phrase('admin-customers.rail.portal'),
            phrase(
              customer.portalAccess ? 'admin-customers.rail.canSignIn' : 'admin-customers.rail.cannotSignIn',
            ),
          ],
          [phrase('admin-customers.rail.suspended'), customer.suspended ? yes : no],
          [phrase('admin-customers.rail.frozen'), frozenText ?? (customer.frozen ? yes : no)],
          [phrase('admin-customers.rail.archived'), customer.archived ? yes : no],
        ]}
      />
    </RailPart>
  );
}

/** What makes a member: contracts of one's own, and places on those of teams. */
function useBecause(customer: Customer, teams: Parameters<typeof useSeatReasons>[0]): readonly string[] {
  const { phrase, formats } = useSpeech();
  const seats = useSeatReasons(teams);
  const contracts = useContractsOf(customer.id).data?.data.filter(
    ({ status, customerId }) => (status === 'active' || status === 'frozen') && customerId === customer.id,
  );
  const own = seats.length === 0 || contracts === undefined
    ? customer.planNames
    : [...new Set(contracts.map(({ planName }) => planName))];
  if (own.length === 0) return seats.length > 0 ? seats : [phrase('admin-customers.rail.becauseNone')];
  const plans = phrase('admin-customers.rail.because', { plans: formats.list(own), count: own.length });
  return [plans, ...seats];
}

function Reach({ customer, onEdit }: { customer: Customer; onEdit: () => void }) {
  const { phrase } = useSpeech();
  const { may, hrefTo } = useHere();
  const { language, contact, tags } = customer;
  return (
    <div>
      <Facts
        of={[
          [phrase('admin-customers.fields.kind'), phrase(`admin-customers.kinds.${customer.kind}`)],
          [
            phrase('admin-customers.fields.email'),
            <bdi key="m" className="breakable">
              {customer.email}
            </bdi>,
          ],
          customer.phone === ''
            ? null
            : [
                phrase('admin-customers.fields.phone'),
                <bdi key="p" className="num">
                  {customer.phone}
                </bdi>,
              ],
          contact === null || contact.name === ''
            ? null
            : [phrase('admin-customers.fields.contact'), <NameText key="c">{contact.name}</NameText>],
          [
            phrase('admin-customers.fields.language'),
            language === null ? '–' : (nameOf(language as never) ?? language),
          ],
          tags.length === 0
            ? null
            : [
                phrase('admin-customers.fields.tags'),
                <span key="t" className="badges">
                  {tags.map((tag) => (
                    <a key={tag} className="plain" href={hrefTo(tagged(tag))}>
                      {tag}
                    </a>
                  ))}
                </span>,
              ],
        ]}
      />
      <div className="rail-acts">
        {may('customers.write') ? (
          <Button kind="quiet" small icon={icons.pencil} onClick={onEdit}>
            {phrase('admin-customers.edit')}
          </Button>
        ) : null}
        {customer.portalAccess && !customer.archived ? <InviteButton customer={customer} /> : null}
      </div>
    </div>
  );
}

function Verbs({ customer, onVerb }: { customer: Customer; onVerb: (verb: Verb) => void }) {
  const { phrase } = useSpeech();
  const { may } = useHere();
  const open =
    useAnswer('listSuspensions', { params: { customerId: customer.id } }).data?.data.filter(
      ({ endedAt }) => endedAt === null,
    ) ?? [];
  const button = (verb: Verb, icon: typeof icons.pause, text: string = verb) => (
    <Button key={verb} small icon={icon} onClick={() => onVerb(verb)}>
      {phrase(`admin-customers.verbs.${text}`)}
    </Button>
  );
  const reason = open.find(({ note }) => note !== '')?.note;
  return (
    <div className="stack">
      {customer.suspended ? (
        <Banner
          tone="suspended"
          way={
            may('customers.suspend')
              ? { label: phrase('admin-customers.verbs.lift'), onGo: () => onVerb('lift') }
              : undefined
          }
        >
          {reason === undefined
            ? phrase('admin-customers.isSuspended')
            : phrase('admin-customers.isSuspendedFor', { reason })}
        </Banner>
      ) : null}
      <div className="verbs">
        {may('contracts.write') ? button('freeze', icons.snow) : null}
        {may('customers.suspend')
          ? customer.suspended
            ? button('lift', icons.play)
            : button('suspend', icons.pause)
          : null}
        {may('customers.write')
          ? button('access', icons.lock, customer.portalAccess ? 'removeAccess' : 'giveAccess')
          : null}
        {may('customers.archive')
          ? customer.archived
            ? button('restore', icons.undo)
            : button('archive', icons.archive)
          : null}
      </div>
    </div>
  );
}

const tagged = (tag: string): string => `customers?f.tag=${encodeURIComponent(tag)}`;
