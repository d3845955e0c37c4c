import { useQuery } from '@tanstack/react-query';
import type { Speaking } from '../../../../api/decision-text.ts';
import { formatInstant, instant } from '../../../../domain/kernel/instant.ts';
import { useSpeech } from '../../../../kit/plain/index.ts';
import type { Zone } from '../../../../domain/kernel/zone.ts';
import { useAnswer } from '../../data/answers.ts';
import { type AnswerTo, client } from '../../data/client.ts';
import { bodyOf, isWhole, momentOf, type Place, type Question } from './question.ts';

export type Decision = AnswerTo<'askDecision'>;
export type Stretches = AnswerTo<'askChanges'>['data'];
export type Happenings = AnswerTo<'getCustomerTimeline'>['data'];

const DAY = 86_400_000;
/** As much past and future as the slider shows: two and a half months around what is asked about. */
const BEFORE = 37 * DAY;
const AFTER = 40 * DAY;
/** As far as one goes from one change to the next. */
const FAR = 400 * DAY;

/** The decision, how it goes on over time, and what happens to the customer meanwhile. */
export function useExplain(question: Question, place: Place) {
  const body = bodyOf(question, place);
  const when = isWhole(question);
  const middle = Math.round(momentOf(question, place.zone) / (20 * DAY)) * 20 * DAY;
  const from = formatInstant(instant(middle - BEFORE));
  const to = formatInstant(instant(middle + AFTER));
  const decision = useQuery({
    queryKey: ['askDecision', body], enabled: when,
    queryFn: ({ signal }) => client.call('askDecision', { body, signal }),
  });
  // The slider goes on from the day alone: the same answer for every instant of a window.
  const ofWindow = { ...body, from, to };
  const changes = useQuery({
    queryKey: [
      'askChanges',
      { ...ofWindow, at: question.action === 'checkIn' ? body.at : null, during: question.minuteOfDay },
    ],
    enabled: when,
    queryFn: ({ signal }) => client.call('askChanges', { body: ofWindow, signal }),
  });
  const timeline = useAnswer('getCustomerTimeline', {
    params: { customerId: place.customerId as never },
    query: {
      from: formatInstant(instant(middle - FAR)), to: formatInstant(instant(middle + FAR)),
      locationId: place.locationId as never,
    },
  });
  return { decision, changes, timeline };
}

export const useSpeaking = (zone: Zone): Speaking => {
  const { phrase, formats, dir } = useSpeech();
  return { phrase, formats, zone, rightToLeft: dir === 'rtl' };
};
