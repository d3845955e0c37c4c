import type { Formats } from '../../../../api/texts/formats.ts';
import type { SelectOption } from '../../../../kit/plain/index.ts';

/** Every zone this machine knows, by its name. */
export const zoneChoices = (): readonly SelectOption[] =>
  ['UTC', ...Intl.supportedValuesOf('timeZone')].map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }));

/** Every currency, by its code and name. */
export const currencyChoices = (formats: Formats): readonly SelectOption[] =>
  Intl.supportedValuesOf('currency').map((code) => ({
    value: code,
    label: `${code} · ${formats.nameOfCurrency(code)}`,
  }));

/** A proposal for an address: small letters, digits and single hyphens. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
