import { useState } from 'react';
import '../../css/explain.css';
import { verdictSentence } from '../../../../api/decision-text.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import type { WeekHours } from '../../../../domain/locations/setting.ts';
import { Button, EmptyState, icons, Segmented, toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useAddressValues } from '../../data/filters.ts';
import { useAnswer } from '../../data/answers.ts';
import { useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { Region } from '../../pieces/region.tsx';
import { AnswerPanel } from './answer-panel.tsx';
import { AskSentence } from './ask-sentence.tsx';
import { Everything, type EverythingProps } from './everything/everything.tsx';
import { FixesRail, type FixesProps } from './fixes.tsx';
import {
  isWhole, momentOf, movedTo, type Place, type Question, readQuestion, timeText,
} from './question.ts';
import { TimeLine } from './time-line.tsx';
import { type Decision, useExplain, useSpeaking } from './use-explain.ts';

export interface ExplainAccessProps extends Pick<FixesProps, 'onAnyway'> {
  readonly customerId: string;
  /** One question only, without the page of all answers. */
  readonly oneOnly?: boolean;
}

/**
 * "Why can('t) this customer …?" for any action, thing and time, with every layer and what would change it
 * (WHY-1).
 */
export function ExplainAccess({ customerId, ...rest }: ExplainAccessProps) {
  const { location, locations } = useHere();
  const customer = useAnswer('getCustomer', { params: { customerId: customerId as never } });
  return (
    <Region answer={customer} rows={9}>
      {({ name, homeLocationId }) => {
        const at = location ?? locations.find(({ id }) => id === homeLocationId) ?? locations[0];
        if (at === undefined) return null;
        return (
          <Explained
            key={`${customerId} ${at.id}`}
            name={name}
            customerId={customerId}
            locationId={at.id}
            zone={at.timeZone as Zone}
            openingHours={at.openingHours as WeekHours | null}
            closures={at.closures}
            {...rest}
          />
        );
      }}
    </Region>
  );
}

interface ExplainedProps extends Omit<Place, 'now'>, Omit<ExplainAccessProps, 'customerId'> {
  readonly name: string;
}

function Explained({ name, oneOnly = false, onAnyway, ...where }: ExplainedProps) {
  const { phrase } = useSpeech();
  const speaking = useSpeaking(where.zone);
  const [at] = useState<Instant>(now);
  const [of, set] = useAddressValues();
  const place: Place = { ...where, now: at };
  const view = of('view') === 'all' ? 'all' : 'one';
  if (oneOnly) {
    return (
      <div className="stack explain">
        <OneQuestion place={place} speaking={speaking} name={name} onAnyway={onAnyway} />
      </div>
    );
  }
  return (
    <div className="stack explain">
      <div className="row">
        <Segmented label={phrase('admin-explain.all.what')} value={view}
          onChoose={(value) => set({ view: value === 'all' ? value : undefined })}
          choices={[
            { value: 'one', label: phrase('admin-explain.all.one') },
            { value: 'all', label: phrase('admin-explain.all.show') },
          ]} />
      </div>
      {view === 'all' ? <Everything place={place} speaking={speaking} name={name} />
        : <OneQuestion place={place} speaking={speaking} name={name} />}
    </div>
  );
}

/** Where no room is named, the first one of the location is meant: an answer from the start. */
function useAboutFirstRoom(question: Question, { locationId }: Place): Question {
  const when = question.target === '' && question.action === 'book';
  const rooms = useAnswer(
    'listResources', { query: { locationId: locationId as never, state: 'active', limit: 1 } }, { when },
  );
  return when ? { ...question, target: rooms.data?.data[0]?.id ?? '' } : question;
}

interface OneQuestionProps extends EverythingProps, Pick<FixesProps, 'onAnyway'> {}

/** The question, its answer through time, the layers, and what would fix it. */
function OneQuestion({ name, place, speaking, onAnyway }: OneQuestionProps) {
  const { phrase } = useSpeech();
  const [of, set] = useAddressValues();
  const question = useAboutFirstRoom(readQuestion(of, place.now, place), place);
  const { decision, changes, timeline } = useExplain(question, place);
  const answer = isWhole(question) ? decision.data : undefined;
  const keepsTime = question.action === 'book' || question.action === 'checkIn';
  const moveTo = (to: Instant) => {
    const { day, minuteOfDay } = movedTo(to, place.zone);
    set({ day, ...(!keepsTime && { time: timeText(minuteOfDay) }) });
  };
  const copy = (shown: Decision) => void navigator.clipboard
    .writeText(verdictSentence(shown, 'customer', speaking))
    .then(() => toast(phrase('admin-explain.copied')));
  return (
    <>
      <AskSentence question={question} place={place} name={name.split(' ')[0] ?? name} onSet={set} act={(
        answer === undefined ? undefined : (
          <Button kind="quiet" icon={icons.copy} onClick={() => copy(answer)}>
            {phrase('admin-explain.copy')}
          </Button>
        )
      )} />
      {!isWhole(question) ? (
        <EmptyState icon={icons.help}>{phrase('admin-explain.chooseFirst')}</EmptyState>
      ) : (
        <>
          {changes.data === undefined ? null : (
            <TimeLine stretches={changes.data.data} happenings={timeline.data?.data ?? []} speaking={speaking}
              at={momentOf(question, place.zone)} now={place.now} onMove={moveTo} byDay={keepsTime}
              onNow={() => set({ day: undefined, time: undefined })} />
          )}
          <div className="with-rail with-rail--wide">
            <Region answer={decision} rows={9}>
              {(shown) => (
                <AnswerPanel decision={shown} question={question} place={place} speaking={speaking} />
              )}
            </Region>
            {answer === undefined ? null
              : <FixesRail decision={answer} question={question} place={place} speaking={speaking}
                  onAnyway={onAnyway} />}
          </div>
        </>
      )}
    </>
  );
}
