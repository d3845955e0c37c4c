import { verdictSentence } from '../../../api/decision-text.ts';
import { formatsFor } from '../../../api/texts/formats.ts';
import { dirOf } from '../../../api/texts/language.ts';
import { phrasesFor } from '../../../api/texts/phrase.ts';
import type { Decision } from '../../../domain/access/decision.ts';
import { loadLocations, locationOf, settingAt } from '../../locations/load-locations.ts';
import { composeLetter, isolated } from '../../platform/mail/compose.ts';
import type { Work } from '../../platform/work/shell.ts';
import { findReceiver, type ReminderRow } from './reminder-store.ts';

/** WHY-3: that it may be done now, in the customer's language and with times as they are at the location. */
export async function tellThatItMay(work: Work, reminder: ReminderRow, decision: Decision): Promise<void> {
  const receiver = await findReceiver(work.tx, reminder.customerId);
  if (receiver === undefined) return;
  const { email } = receiver;
  const { locationId } = reminder;
  const locations = await loadLocations(work);
  const location = locationOf(locations, locationId);
  const { zone } = location;
  const [spoken = 'en'] = settingAt(locations, { locationId, at: work.now }, 'languages');
  const language = receiver.language ?? spoken;
  const [phrase, formats] = [phrasesFor(language), formatsFor(language)];
  const speaking = { phrase, formats, zone, rightToLeft: dirOf(language) === 'rtl' };
  const said = { place: isolated(location.name), asked: formats.dayAt(reminder.madeAt, zone, 'full') };
  const may = verdictSentence(withoutDenials(decision), 'customer', speaking);
  const { askedDuring } = reminder;
  const when = askedDuring === null ? [] : [phrase('mail-access.told.when', {
    when: formats.during(askedDuring.start, askedDuring.end, zone),
  })];
  work.mail(composeLetter({
    to: email, language, from: location.name, aboutId: reminder.id,
    subject: phrase('mail-access.told.subject', said),
    heading: may,
    paragraphs: [phrase('mail-access.told.text', said), ...when, phrase('mail-access.told.hurry', said)],
    because: phrase('mail-access.told.because', said),
  }));
}

/** What may be said of it is that it is over: that the very next hour is taken is for the calendar to say. */
const withoutDenials = (decision: Decision): Decision => ({
  ...decision, allowed: true,
  layers: decision.layers.map((of) => (of.outcome === 'deny' ? { ...of, outcome: 'notApplicable' } : of)),
});
