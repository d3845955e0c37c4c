import type { WeekHours } from '../../../../domain/locations/setting.ts';
import type { AnswerTo, Sent } from '../../data/client.ts';
import type { FormErrors } from '../../data/form.ts';
import { idsIn } from './plan-choice.tsx';

export type ResourceAnswer = AnswerTo<'getResource'>;
type Change = NonNullable<Sent<'changeResource'>['body']>;

/** A resource as its form holds it: texts, with what is a list or hours as JSON. */
export type ResourceValues = Readonly<
  Record<
    | 'name'
    | 'typeId'
    | 'description'
    | 'capacity'
    | 'units'
    | 'hours'
    | 'minutesMin'
    | 'minutesMax'
    | 'stepMinutes'
    | 'noticeMinutesMin'
    | 'horizonDays'
    | 'bufferBeforeMinutes'
    | 'bufferAfterMinutes'
    | 'cancelFreeMinutes'
    | 'lateCancelPercent'
    | 'audience'
    | 'planIds'
    | 'visible'
    | 'publishAt'
    | 'needsApproval'
    | 'onlyCustomers'
    | 'customerIds'
    | 'linkedIds'
    | 'amenities',
    string
  >
>;

export const valuesAtFirst: ResourceValues = {
  name: '',
  typeId: '',
  description: '',
  capacity: '1',
  units: '1',
  hours: '',
  minutesMin: '30',
  minutesMax: '',
  stepMinutes: '15',
  noticeMinutesMin: '0',
  horizonDays: '',
  bufferBeforeMinutes: '0',
  bufferAfterMinutes: '0',
  cancelFreeMinutes: '0',
  lateCancelPercent: '0',
  audience: 'public',
  planIds: '',
  visible: 'yes',
  publishAt: '',
  needsApproval: '',
  onlyCustomers: '',
  customerIds: '',
  linkedIds: '',
  amenities: '',
};

export const valuesOf = (of: ResourceAnswer): ResourceValues => ({
  name: of.name,
  typeId: of.typeId,
  description: of.description,
  capacity: String(of.capacity),
  units: String(of.units),
  hours: of.hours === null ? '' : JSON.stringify(of.hours),
  minutesMin: String(of.minutesMin),
  minutesMax: numberOr(of.minutesMax),
  stepMinutes: String(of.stepMinutes),
  noticeMinutesMin: String(of.noticeMinutesMin),
  horizonDays: numberOr(of.horizonDays),
  bufferBeforeMinutes: String(of.bufferBeforeMinutes),
  bufferAfterMinutes: String(of.bufferAfterMinutes),
  cancelFreeMinutes: String(of.cancelFreeMinutes),
  lateCancelPercent: String(of.lateCancelPercent),
  audience: of.audience.level,
  planIds: (of.audience.planIds ?? []).join(' '),
  visible: of.visible ? 'yes' : '',
  publishAt: of.publishAt ?? '',
  needsApproval: of.needsApproval ? 'yes' : '',
  onlyCustomers: of.customerIds === null ? '' : 'yes',
  customerIds: (of.customerIds ?? []).join(' '),
  linkedIds: of.linkedIds.join(' '),
  amenities: of.amenities.join(', '),
});

const numberOr = (value: number | null): string => (value === null ? '' : String(value));

export const bodyOf = (values: ResourceValues) => ({
  name: values.name.trim(),
  typeId: values.typeId,
  description: values.description,
  capacity: Number(values.capacity),
  units: Number(values.units),
  hours: hoursIn(values.hours),
  minutesMin: Number(values.minutesMin),
  minutesMax: values.minutesMax === '' ? null : Number(values.minutesMax),
  stepMinutes: Number(values.stepMinutes),
  noticeMinutesMin: Number(values.noticeMinutesMin),
  horizonDays: values.horizonDays === '' ? null : Number(values.horizonDays),
  bufferBeforeMinutes: Number(values.bufferBeforeMinutes),
  bufferAfterMinutes: Number(values.bufferAfterMinutes),
  cancelFreeMinutes: Number(values.cancelFreeMinutes),
  lateCancelPercent: Number(values.lateCancelPercent),
  audience: audienceIn(values),
  visible: values.visible === 'yes',
  publishAt: values.publishAt === '' ? null : values.publishAt,
  needsApproval: values.needsApproval === 'yes',
  customerIds: values.onlyCustomers === 'yes' ? (idsIn(values.customerIds) as never[]) : null,
  linkedIds: idsIn(values.linkedIds) as never[],
  amenities: values.amenities
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean),
});

function audienceIn({ audience, planIds }: ResourceValues): NonNullable<Change['audience']> {
  if (audience !== 'plans') return { level: audience as 'public' };
  return { level: 'plans', planIds: planIds.split(' ').filter(Boolean) as never };
}

export const hoursIn = (text: string): WeekHoursSent | null =>
  text === '' ? null : (JSON.parse(text) as WeekHoursSent);
export type WeekHoursSent = {
  -readonly [D in keyof WeekHours]: { fromMinute: number; untilMinute: number }[];
};

const whole = ['capacity', 'units', 'minutesMin', 'stepMinutes', 'noticeMinutesMin', 'bufferBeforeMinutes',
  'bufferAfterMinutes', 'cancelFreeMinutes', 'lateCancelPercent'] as const;

export const checkResource =
  (phrase: (key: string) => string) =>
  (values: ResourceValues): FormErrors => ({
    ...(values.name.trim() === '' && { name: phrase('admin-resources.edit.required') }),
    ...(values.typeId === '' && { typeId: phrase('admin-resources.edit.required') }),
    ...Object.fromEntries(
      whole
        .filter((name) => !/^\d+$/.test(values[name]))
        .map((name) => [name, phrase('admin-resources.edit.number')]),
    ),
  });
