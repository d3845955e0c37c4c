import {
  type AnswerTo,
  type EndpointName,
  makeClient,
  Refused,
  type Sent,
} from '../../../api/client/client.ts';

export { Refused };
export type { AnswerTo, EndpointName, Sent };

/** The language that answers come in; set when the words of a language are loaded. */
let language = 'en';
export const speakTo = (chosen: string) => {
  language = chosen;
};

export const client = makeClient({ language: () => language });

/** A key for one press of a button: pressed twice by a slow network, it still happens once. */
export const freshKey = (): string => crypto.randomUUID();
