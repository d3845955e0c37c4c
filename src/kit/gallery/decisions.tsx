import { useState } from 'react';
import { Button, DecisionPanel, Fixes, Layers, TimeSlider, WhyNot } from '../plain/index.ts';

const day = (text: string) => Date.parse(`${text}T00:00:00Z`);

export function Decisions() {
  const [at, setAt] = useState(day('2026-12-22'));
  return (
    <div className="stack12">
      <TimeSlider
        label="When"
        at={at}
        onMove={setAt}
        onNow={() => setAt(day('2026-12-01'))}
        flag="Tue 22 Dec"
        spoken="Tuesday 22 December: allowed"
        words={{ previous: 'Previous change: 3 Dec', next: 'Next change', now: 'Now' }}
        stretches={[
          { start: day('2026-10-01'), end: day('2026-11-01'), allowed: true },
          { start: day('2026-11-01'), end: day('2026-12-03'), allowed: false },
          { start: day('2026-12-03'), end: day('2027-01-20'), allowed: true },
        ]}
        changes={[
          { at: day('2026-11-01'), day: '1 Nov', what: 'freeze starts' },
          { at: day('2026-12-03'), day: '3 Dec', what: 'freeze ends' },
        ]}
      />
      <div className="grid2 at-top">
        <Allowed />
        <Denied />
        <NotNow />
        <div>
          <Fixes
            of={[
              {
                key: '1',
                title: 'Resume Hot Desk 10 now',
                act: <Button small>Resume…</Button>,
                effect: 'Bills €7.74 for 1–2 Dec. Passes and room hours come back.',
              },
              {
                key: '2',
                title: 'Add Atlas to Office Lite',
                act: <Button small>Open plan</Button>,
                effect: '34 contracts gain it, nobody loses.',
              },
            ]}
          />
          <Layers
            boxed
            lines={[
              { key: 'in', state: 'pass', why: 'You can sign in' },
              { key: 'section', state: 'block', why: <b>Booking pages are for members only</b> },
              { key: 'rest', state: 'would', why: 'Nothing else is in the way' },
            ]}
          />
        </div>
      </div>
    </div>
  );
}

const Allowed = () => (
  <DecisionPanel
    verdict="allow"
    level={3}
    sentence="Hot Desk 10 includes Atlas. 1 h costs 1 room hour."
    until={
      <>
        Until <b>Mon 1 Feb, 00:00</b>, when Hot Desk 10 ends
      </>
    }
    layers={[
      { key: 'plan', state: 'pass', why: 'Plan includes it' },
      { key: 'rules', state: 'due', why: '€120.00 overdue, mention it' },
      { key: 'time', state: 'pass', why: 'Time rules' },
    ]}
  />
);

const Denied = () => (
  <DecisionPanel
    verdict="deny"
    level={3}
    sentence="Petra is suspended, so she can’t book."
    until="Until someone lifts it. No date is set."
    layers={[
      { key: 'portalAccess', state: 'pass', name: 'Portal access', why: 'Can sign in' },
      {
        key: 'suspension',
        state: 'block',
        name: 'Suspension',
        why: (
          <>
            <b>Suspended</b> by Jo on 24 Nov
          </>
        ),
        link: { href: '#row-decision', label: 'Suspension' },
      },
      {
        key: 'plan',
        state: 'would',
        name: 'Plan includes it',
        why: 'Would pass: Office Lite includes it',
      },
      { key: 'rules', state: 'wouldNot', name: 'Booking rules', why: 'Would also stop it: 2 no-shows' },
      { key: 'time', state: 'skip', name: 'Time rules', why: 'Has no meaning here' },
    ]}
  />
);

const NotNow = () => (
  <WhyNot
    frozen
    sentence="You can see this room but can’t book it: your Hot Desk contract is frozen until 3 Dec."
    lines={[
      { key: 'in', state: 'pass', why: 'You’re signed in, as a member' },
      { key: 'freeze', state: 'block', why: 'Only your Hot Desk 10 includes it' },
      { key: 'free', state: 'would', why: 'Free on Wed 2 Dec from 08:00 to 14:00' },
    ]}
    acts={
      <>
        <Button>Resume now</Button>
        <Button kind="quiet">See Thu 3 Dec</Button>
      </>
    }
  />
);
