import { useParams } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { verdictSentence } from '../../../../api/decision-text.ts';
import { parseInstant } from '../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import {
  AtText, Banner, ButtonLink, DuringText, Facts, icons, NameText, Rail, RailPart, usePhrase,
} from '../../../../kit/plain/index.ts';
import { useAnswer } from '../../data/answers.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';
import { Page } from '../../frame/page.tsx';
import { Region } from '../../pieces/region.tsx';
import '../../css/explain.css';
import { AnswerPanel } from '../access/answer-panel.tsx';
import { movedTo, type Place, type Question, timeText } from '../access/question.ts';
import { useSpeaking } from '../access/use-explain.ts';
import { Wanted } from './wanted.tsx';

type Refusal = AnswerTo<'getRefusal'>;

/** One refusal as it was answered, layer by layer, and the same question decided again. */
export function RefusalPage() {
  const phrase = usePhrase();
  const { hrefTo } = useHere();
  const { refusalId } = useParams({ strict: false }) as { refusalId: string };
  const refusal = useAnswer('getRefusal', { params: { refusalId: refusalId as never } });
  const name = refusal.data?.customerName ?? phrase('admin-refusals.unknown');
  return (
    <Page title={refusal.data === undefined ? phrase('admin-refusals.title') : name}
      crumbs={[{ label: phrase('admin-refusals.back'), href: hrefTo('refusals') }]} acts={<span />}>
      <Region answer={refusal} rows={9}>{(shown) => <Shown refusal={shown} />}</Region>
    </Page>
  );
}

function Shown({ refusal }: { readonly refusal: Refusal }) {
  const { locations } = useHere();
  const place = locations.find(({ id }) => id === refusal.locationId);
  const zone = (place?.timeZone ?? 'UTC') as Zone;
  const speaking = useSpeaking(zone);
  const { phrase } = speaking;
  const at = parseInstant(refusal.at)!;
  const around: Place = {
    customerId: refusal.customerId ?? '', locationId: refusal.locationId, now: at, zone, openingHours: null,
    closures: [],
  };
  const question = questionOf(refusal, zone);
  const { during } = refusal.decision;
  return (
    <div className="stack">
      <Facts of={[
        [phrase('admin-refusals.at'), <AtText key="at" at={refusal.at} zone={zone} />],
        [phrase('admin-refusals.what'),
          <Wanted key="what" action={refusal.action} target={refusal.target}
            layers={refusal.decision.layers} />],
        during === undefined ? null : [phrase('admin-refusals.period'),
          <DuringText key="period" start={during.startAt} end={during.endAt} zone={zone} />],
        [phrase('admin-refusals.place'), <NameText key="place">{place?.name ?? ''}</NameText>],
        [phrase('admin-refusals.via'), phrase(`admin-explain.vias.${refusal.via}`)],
        [phrase('admin-refusals.times'), phrase('admin-refusals.repeated', { times: refusal.times })],
      ]} />
      <div className="with-rail with-rail--wide">
        <section className="stack stack--8" aria-label={phrase('admin-refusals.answeredThen')}>
          <AnswerPanel decision={refusal.decision} question={question} place={around} speaking={speaking} />
        </section>
        <Again refusal={refusal} question={question} />
      </div>
    </div>
  );
}

/** R18: the same facts give the same answer; and what today's facts would give. */
function Again({ refusal, question }: { readonly refusal: Refusal; readonly question: Question }) {
  const { hrefTo, locations } = useHere();
  const zone = (locations.find(({ id }) => id === refusal.locationId)?.timeZone ?? 'UTC') as Zone;
  const speaking = useSpeaking(zone);
  const { phrase } = speaking;
  const params = { refusalId: refusal.id };
  const again = useQuery({
    queryKey: ['replayRefusal', refusal.id],
    queryFn: ({ signal }) => client.call('replayRefusal', { params, signal }),
  });
  const { action, target, day, minuteOfDay, minutes, via } = question;
  const slug = locations.find(({ id }) => id === refusal.locationId)?.slug;
  const search = new URLSearchParams({
    action, target, day, time: timeText(minuteOfDay), min: String(minutes), via,
  });
  return (
    <Rail label={phrase('admin-refusals.replay')}>
      <Region answer={again} rows={3}>
        {({ same, ruleVersion, ruleVersionNow, today }) => (
          <>
            <RailPart title={phrase('admin-refusals.replayed')}>
              <Banner tone={same === true ? 'quiet' : 'soon'} {...(same === true && { icon: icons.check })}>
                {same === null ? phrase('admin-refusals.factsGone')
                  : same ? phrase('admin-refusals.same')
                    : phrase('admin-refusals.differs', { then: ruleVersion ?? 0, now: ruleVersionNow })}
              </Banner>
            </RailPart>
            <RailPart title={phrase('admin-refusals.today')}>
              <p className="small">
                {today === null ? phrase('admin-refusals.todayGone')
                  : today.allowed ? phrase('admin-refusals.mayNow')
                    : phrase('admin-refusals.stillNot', { why: verdictSentence(today, 'staff', speaking) })}
              </p>
              {refusal.customerId === null ? null : (
                <p>
                  <ButtonLink small href={hrefTo(`customers/${refusal.customerId}/explain?${search}`, slug)}>
                    {phrase('admin-refusals.explain')}
                  </ButtonLink>
                </p>
              )}
            </RailPart>
          </>
        )}
      </Region>
    </Rail>
  );
}

function questionOf({ action, target, via, at, decision }: Refusal, zone: Zone): Question {
  const start = parseInstant(decision.during?.startAt ?? at)!;
  const end = parseInstant(decision.during?.endAt ?? at)!;
  return {
    ...movedTo(start, zone), action, target: target ?? '', via, but: '',
    minutes: Math.max(15, Math.round((end - start) / 60_000)),
  };
}
