import '../plain/css/calendar.css';
import './sheet.css';
import type { ReactNode } from 'react';
import { useSpeech } from '../plain/index.ts';
import { Decisions } from './decisions.tsx';
import { Colours, Types } from './grounds.tsx';
import { Actions, Badgery, Choosing, Fields, Floating } from './pieces.tsx';
import { Messages, Regions, Tables, Times } from './regions.tsx';

/** Every piece, in every state, for those who build and for the checks of contrast and names. */
export function Gallery() {
  const { dir } = useSpeech();
  return (
    <main className="sheet" dir={dir}>
      <header className="sheet__head">
        <h1>Foyer kit</h1>
        <p className="muted">
          Every piece, in every state. Admin density; Portal and Kiosk enlarge the same pieces.
        </p>
      </header>
      <Row title="Colour">
        <Colours />
      </Row>
      <Row title="Type">
        <Types />
      </Row>
      <Row title="Buttons">
        <Actions />
      </Row>
      <Row title="Badges">
        <Badgery />
      </Row>
      <Row title="Fields">
        <Fields />
      </Row>
      <Row title="Choosing">
        <Choosing />
      </Row>
      <Row title="Floating">
        <Floating />
      </Row>
      <Row title="Table">
        <Tables />
      </Row>
      <Row title="Regions">
        <Regions />
      </Row>
      <Row title="Messages">
        <Messages />
      </Row>
      <Row title="Decision">
        <Decisions />
      </Row>
      <Row title="Portal">
        <Times />
      </Row>
    </main>
  );
}

function Row({ title, children }: { title: string; children: ReactNode }) {
  const id = `row-${title.toLowerCase()}`;
  return (
    <section className="sheet__row" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
