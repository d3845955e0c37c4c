import { addMinutes, formatInstant } from '../../../../../domain/kernel/instant.ts';
import type { Zone } from '../../../../../domain/kernel/zone.ts';
import { useAddressValues } from '../../../data/filters.ts';
import { now } from '../../../data/now.ts';
import { slotAsked } from '../../access/explain-href.ts';
import { momentOf, names, readQuestion } from '../../access/question.ts';

export interface Slot {
  readonly resourceId: string;
  readonly startAt: string;
  readonly endAt: string;
}

/** Why a slot cannot be had by whom the calendar is painted for, asked where it was seen. */
export function useWhy(zone: Zone) {
  const [of, set] = useAddressValues();
  const none = Object.fromEntries(names.map((name) => [name, undefined]));
  const isOpen = of('action') === 'book' && of('target') !== undefined;
  return {
    isOpen,
    ask: ({ resourceId, ...during }: Slot, customerId?: string) => set({
      ...slotAsked({ subject: null, action: 'book', target: resourceId, via: 'portal', during }, zone),
      ...(customerId !== undefined && { for: customerId }),
    }),
    close: () => set(none),
    /** The slot as the question has it by now. */
    slot: (): Slot => {
      const question = readQuestion(of, now(), { zone, openingHours: null, closures: [] });
      const start = momentOf(question, zone);
      return {
        resourceId: question.target, startAt: formatInstant(start),
        endAt: formatInstant(addMinutes(start, question.minutes)),
      };
    },
  };
}
