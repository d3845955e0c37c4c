import { type ReactNode, useState } from 'react';
import {
  Badge,
  Badges,
  Button,
  ButtonLink,
  Checkbox,
  Chip,
  Dialog,
  FieldGroup,
  icons,
  Menu,
  type NamedState,
  RadioField,
  Segmented,
  SelectField,
  Switch,
  Tabs,
  TextArea,
  TextField,
  Tip,
  toast,
  Toasts,
} from '../plain/index.ts';

const State = ({ of, children }: { of: string; children: ReactNode }) => (
  <figure>
    {children}
    <figcaption>{of}</figcaption>
  </figure>
);

export const Actions = () => (
  <div className="states">
    <State of="Primary, one a view">
      <Button kind="primary">Book</Button>
    </State>
    <State of="Hover">
      <Button kind="primary" className="is-hover">
        Book
      </Button>
    </State>
    <State of="Focus">
      <Button kind="primary" className="is-focus">
        Book
      </Button>
    </State>
    <State of="Default">
      <Button>Message</Button>
    </State>
    <State of="Hover">
      <Button className="is-hover">Message</Button>
    </State>
    <State of="Pressed">
      <Button className="is-press">Message</Button>
    </State>
    <State of="Focus">
      <Button className="is-focus">Message</Button>
    </State>
    <State of="Quiet">
      <ButtonLink kind="quiet" href="#row-buttons">
        See all
      </ButtonLink>
    </State>
    <State of="Danger, in dialogs">
      <Button kind="danger">Void invoice</Button>
    </State>
    <State of="Busy">
      <Button busy>Saving…</Button>
    </State>
    <State of="Small">
      <Button small icon={icons.check}>
        Arrived
      </Button>
    </State>
    <State of="Icon, named">
      <Button icon={icons.more} label="More actions" />
    </State>
    <State of="Disabled keeps focus and says why">
      <Button kind="primary" why="3 invoices are still to look at. Mark each OK, hold it or skip it.">
        Issue 211 invoices…
      </Button>
    </State>
  </div>
);

const states: readonly [NamedState, string?][] = [
  ['active'],
  ['paid'],
  ['member'],
  ['scheduled', 'Starts 15 Dec'],
  ['tentative'],
  ['overdue', 'Overdue 23 days'],
  ['failed'],
  ['frozen', 'Frozen until 3 Dec'],
  ['suspended'],
  ['noPortalAccess'],
  ['contact'],
  ['archived'],
  ['cancelled'],
  ['ended'],
  ['draft'],
  ['issued'],
  ['open'],
  ['void'],
];

export const Badgery = () => (
  <Badges>
    {states.map(([state, text]) => (
      <Badge key={state} state={state}>
        {text}
      </Badge>
    ))}
  </Badges>
);

export function Fields() {
  const [name, setName] = useState('Mira Kovač');
  const [tax, setTax] = useState('DE 12345');
  const [until, setUntil] = useState('2026-12-03');
  const [applies, setApplies] = useState<'new' | 'all'>('new');
  return (
    <div className="grid3">
      <TextField
        label="Name"
        name="name"
        value={name}
        onValue={setName}
        help="As it should read on invoices"
        autoComplete="name"
      />
      <TextField
        label="Price"
        name="price"
        value="120.00"
        onValue={() => undefined}
        inputMode="decimal"
        after="EUR"
      />
      <TextField
        label="Tax number"
        name="tax"
        value={tax}
        onValue={setTax}
        error="German numbers have 9 digits after DE. This one has 5."
      />
      <SelectField
        label="Freeze until"
        optional
        name="until"
        value={until}
        onValue={setUntil}
        help="Works again from that day, 00:00"
        options={[
          { value: '2026-12-03', label: 'Thu 3 Dec 2026' },
          { value: '2027-01-01', label: 'Fri 1 Jan 2027' },
        ]}
      />
      <RadioField
        label="Applies to"
        name="applies"
        value={applies}
        onValue={setApplies}
        options={[
          { value: 'new', label: 'New sign-ups only' },
          { value: 'all', label: '34 current contracts too' },
        ]}
      />
      <Switches />
      <TextArea
        label="Note"
        name="note"
        value="Asked for a desk by the window."
        onValue={() => undefined}
        rows={3}
      />
    </div>
  );
}

function Switches() {
  const [mail, setMail] = useState(true);
  const [shown, setShown] = useState(true);
  return (
    <FieldGroup label="Tell the customer">
      <Checkbox name="mail" checked={mail} onCheck={setMail}>
        By e-mail
      </Checkbox>
      <Switch name="shown" checked={shown} onCheck={setShown}>
        Show in the Portal
      </Switch>
    </FieldGroup>
  );
}

export function Choosing() {
  const [view, setView] = useState<'day' | 'week' | 'month'>('day');
  return (
    <div className="stack12">
      <Tabs
        label="Example tabs"
        current="overview"
        places={[
          { key: 'overview', label: 'Overview', href: '#row-choosing' },
          { key: 'contracts', label: 'Contracts', href: '#row-choosing' },
          { key: 'explain', label: 'Explain access', href: '#row-choosing' },
        ]}
      />
      <div className="row wrap">
        <Segmented
          label="View"
          value={view}
          onChoose={setView}
          choices={[
            { value: 'day', label: 'Day' },
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
          ]}
        />
        <Chip icon={icons.filter}>Any capacity</Chip>
        <Chip icon={icons.user} name="Mira Kovač" onRemove={() => undefined}>
          Mira Kovač
        </Chip>
      </div>
    </div>
  );
}

export function Floating() {
  const [open, setOpen] = useState(false);
  return (
    <div className="row row--12 wrap">
      <Menu
        name="Contract"
        button={{ children: 'Contract' }}
        items={[
          { key: 'change', label: 'Change plan…', icon: icons.refresh },
          {
            key: 'freeze',
            label: 'Freeze…',
            icon: icons.snow,
            why: 'Not in the minimum term, which ends on 31 Dec',
          },
          'rule',
          { key: 'cancel', label: 'Cancel contract…', icon: icons.x, danger: true },
        ]}
      />
      <Button onClick={() => setOpen(true)}>Open dialog</Button>
      <Button onClick={() => toast('Checked in. 2 day passes left.', () => undefined)}>Toast</Button>
      <Tip text="Frozen: this contract is paused. The person stays a member.">
        <u>frozen</u>
      </Tip>
      <Dialog
        open={open}
        title="Freeze Hot Desk 10"
        onClose={() => setOpen(false)}
        acts={
          <>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              Cancel
            </Button>
            <Button kind="primary">Freeze</Button>
          </>
        }>
        <p>10 day passes pause until 3 Dec. Mira stays a member.</p>
      </Dialog>
      <Toasts />
    </div>
  );
}
