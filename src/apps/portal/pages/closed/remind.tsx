import type { RemindFacts } from '../facts.ts';
import type { Frame } from '../../frame/view.ts';
import type { PageParts } from '../page-parts.ts';

/** What is in the way, and one button to be told; and afterwards the way to take it back. */
export function Remind({ frame, facts }: { frame: Frame; facts: RemindFacts }): PageParts {
  const { phrase } = frame;
  const { heading, lead, text, here, back, reminderId } = facts;
  return {
    airy: true,
    main: (
      <>
        <div className="hello" role={reminderId === null ? undefined : 'status'}>
          <h1>{heading}</h1>
          {lead !== null && <p>{lead}</p>}
          <p className="muted">{text}</p>
        </div>
        <form method="post" className="p-acts" action={here}>
          {reminderId !== null && <input type="hidden" name="takeBack" value={reminderId} />}
          <button className={reminderId === null ? 'btn btn--primary' : 'btn'} type="submit">
            {phrase(reminderId === null ? 'portal-remind.button' : 'portal-remind.takeBack')}
          </button>
          <a className="btn btn--quiet" href={back}>
            {phrase('portal-remind.back')}
          </a>
        </form>
      </>
    ),
  };
}
