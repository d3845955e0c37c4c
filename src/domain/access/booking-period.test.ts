import { describe, expect, test } from 'vitest';
import {
  booking, type BookingTold, cover, customer, forPlans, span, suspended, when,
} from './access.examples.ts';
import { decideBooking } from './booking-decision.ts';

const at = when('2026-11-28 09:00');
const decide = (told: BookingTold, asked = at) => decideBooking(booking(told), { at: asked });

describe('BKA-4 which instant or period a layer looks at', () => {
  test('a suspension is judged when asking, not when booked for', () => {
    const told = { customer: customer({ suspensions: [suspended('2026-11-20', '2026-11-30')] }) };
    expect(decide(told).firstDenial).toBe('suspension');
    expect(decide(told).nextChange).toBe(when('2026-11-30'));
    expect(decide(told, when('2026-11-30 09:00')).allowed).toBe(true);
  });
  test('a contract that has begun by then counts', () => {
    const soon = cover({ from: '2026-12-01' });
    const told = {
      resource: { audience: { level: 'members' } as const },
      customer: customer({ covers: [soon] }),
    };
    expect(decide(told).allowed).toBe(true);
    expect(decide({ ...told, during: span('2026-11-30 23:00', '2026-12-01 01:00') }).layers[1]).toMatchObject(
      { code: 'membershipStarts' },
    );
  });
  test('one that ends in any part of it does not', () => {
    const ends = cover({ until: '2026-12-02' });
    const overnight = span('2026-12-01 23:00', '2026-12-02 01:00');
    const told = { customer: customer({ covers: [ends] }), during: overnight };
    expect(decide({ ...told, resource: { audience: { level: 'members' } } }).layers[1]).toMatchObject({
      code: 'membershipEnds',
      facts: { endAt: when('2026-12-02') },
    });
    expect(decide({ ...told, resource: { audience: forPlans('Hot Desk 10') } }).layers[4]).toMatchObject({
      code: 'contractEnds',
    });
  });
  test('one that is frozen in any part of it does not', () => {
    const thawsAtMidnight = cover({ frozen: [['2026-11-01', '2026-12-02']] });
    const told = {
      customer: customer({ covers: [thawsAtMidnight] }),
      resource: { audience: { level: 'members' } as const },
    };
    expect(decide({ ...told, during: span('2026-12-01 23:00', '2026-12-02 01:00') }).firstDenial).toBe(
      'freeze',
    );
    expect(decide({ ...told, during: span('2026-12-02 00:00', '2026-12-02 01:00') }).allowed).toBe(true);
  });
  test('two contracts, one after the other, make a member throughout', () => {
    const covers = [cover({ until: '2026-12-02' }), cover({ id: 'con_3', from: '2026-12-02' })];
    const overnight = span('2026-12-01 23:00', '2026-12-02 01:00');
    const told = {
      customer: customer({ covers }),
      during: overnight,
      resource: { audience: { level: 'members' } as const },
    };
    expect(decide(told).layers[1]).toMatchObject({ code: 'isMember' });
  });
});
