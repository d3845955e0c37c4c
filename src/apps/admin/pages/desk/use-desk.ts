import { useEffect, useRef } from 'react';
import { toast, useSpeech } from '../../../../kit/plain/index.ts';
import { useAnswer, useSend } from '../../data/answers.ts';
import { type AnswerTo, freshKey } from '../../data/client.ts';
import type { LocationHere } from '../../data/here.tsx';
import { useAmount } from '../customers/benefits/benefits-card.tsx';

type Stay = AnswerTo<'listCheckIns'>['data'][number];
export type UsablePass = AnswerTo<'listUsablePasses'>['data'][number];

/** Enter lets in, unless it is meant for what has the focus. */
export function useEnter(isReady: boolean, onEnter: () => void) {
  const latest = useRef(onEnter);
  useEffect(() => {
    latest.current = onEnter;
  });
  useEffect(() => {
    if (!isReady) return undefined;
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement;
      const typing = target.tagName === 'INPUT' && (target as HTMLInputElement).value !== '';
      if (
        event.key !== 'Enter' ||
        event.repeat ||
        typing ||
        target.tagName === 'BUTTON' ||
        target.tagName === 'A'
      )
        return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isReady]);
}

export function useDecision(customerId: string, location: LocationHere) {
  return useAnswer('askDecision', {
    body: {
      customerId: customerId as never,
      action: 'checkIn',
      locationId: location.id as never,
      via: 'desk',
    },
  });
}

export function useStayHere(customerId: string, location: LocationHere): Stay | undefined {
  const query = { customerId: customerId as never, open: 'true', limit: 1 } as const;
  const stay = useAnswer('listCheckIns', { query }).data?.data[0];
  return stay?.locationId === location.id ? stay : undefined;
}

export function useDeskVerbs(location: LocationHere, onDone: () => void) {
  const { phrase } = useSpeech();
  const amount = useAmount();
  const checkIn = useSend('checkIn');
  const checkOut = useSend('checkOut');
  const undo = useSend('undoCheckIn');
  return {
    busy: checkIn.isPending || checkOut.isPending,
    error: checkIn.error ?? checkOut.error,
    checkIn: (customerId: string, name: string, grantId?: string) => {
      if (checkIn.isPending) return;
      const body = {
        customerId: customerId as never,
        locationId: location.id as never,
        source: 'desk' as const,
        ...(grantId && { grantId: grantId as never }),
      };
      checkIn.mutate(
        { body, idempotencyKey: freshKey() },
        {
          onSuccess: ({ checkIn: made, pass }) => {
            const left =
              pass === null ? undefined : amount(pass.left, pass.kind === 'time' ? 'minutes' : 'passes');
            toast(
              left === undefined
                ? phrase('admin-desk.done', { name })
                : phrase('admin-desk.doneLeft', { name, left }),
              () => void undo.mutate({ params: { checkInId: made.id } }),
            );
            onDone();
          },
        },
      );
    },
    checkOut: (checkInId: string, name: string) =>
      checkOut.mutate(
        { params: { checkInId: checkInId as never }, body: {} },
        {
          onSuccess: () => {
            toast(phrase('admin-desk.out', { name }));
            onDone();
          },
        },
      ),
  };
}

/** What they could come in on here, the pass that is used unless another is chosen first. */
export function usePassChoice(customerId: string, location: LocationHere, isAsked: boolean) {
  const query = { customerId: customerId as never, locationId: location.id as never };
  return useAnswer('listUsablePasses', { query }, { when: isAsked }).data?.data ?? [];
}
