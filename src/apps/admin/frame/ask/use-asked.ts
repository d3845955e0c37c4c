import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useSpeech } from '../../../../kit/plain/index.ts';
import { useHere } from '../../data/here.tsx';
import { now } from '../../data/now.ts';
import { isAsking } from './read-ask.ts';
import { useRested } from './use-rested.ts';
import { wordsFrom } from './words.ts';

/**
 * "why can't mira book atlas tomorrow 10": the question read as it is typed, answered for whoever is meant,
 * and a way to Explain access with the whole question in the address (WHY-1). What reads and answers comes
 * with the first question: every page's frame carries the palette, and few palettes are asked.
 */
export function useAsked(typed: string) {
  const here = useHere();
  const speech = useSpeech();
  const kept = useQueryClient();
  const { phrase, language } = speech;
  const words = useMemo(() => wordsFrom(phrase, language), [phrase, language]);
  const isQuestion = here.may('access.explain') && isAsking(typed, words);
  const rested = useRested(typed);
  // One instant for as long as the palette is open: else every look would be another question.
  const [at] = useState(now);
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['answerAsk', rested, here.location?.id ?? null, language, at],
    queryFn: async () =>
      (await import('./answer-ask.ts')).answerAsk(rested, { here, speech, words, now: at, kept }),
    enabled: isQuestion && rested === typed,
  });
  const isBusy = isQuestion && (rested !== typed || isFetching || isPlaceholderData);
  return { isQuestion, found: isBusy ? [] : data ?? [], isBusy };
}
