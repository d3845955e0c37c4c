import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { answeredInstant, instantText } from './schema.ts';

const clockSchema = z.object({ now: answeredInstant, stands: z.boolean() });

export const getClock = endpoint({
  method: 'GET', path: '/clock', permission: 'public', summary: 'What the test clock shows',
  answer: clockSchema, problems: ['notFound'],
});

export const moveClock = endpoint({
  method: 'PUT', path: '/clock', permission: 'public',
  summary: 'Moves the test clock forwards; answers when all that fell due in between has run',
  body: z.object({ now: instantText }), answer: clockSchema, problems: ['notFound', 'clockBackwards'],
});
