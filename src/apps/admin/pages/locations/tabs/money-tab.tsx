import { Checkbox, Switch, TextField, useSpeech } from '../../../../../kit/plain/index.ts';
import { type Currency, minorDigits } from '../../../../../domain/kernel/money.ts';
import type { OverdueLimit } from '../../../../../domain/locations/setting.ts';
import { ChoiceSetting, NumberSetting, SwitchSetting, TextSetting } from '../controls.tsx';
import { LegalEntity } from './legal-entity.tsx';
import { Setting, SettingGroup } from '../setting.tsx';
import type { SettingsHere } from '../use-settings.ts';

/** Tax, who invoices, when to pay, and what being overdue stops. */
export function MoneyTab({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  if (!settings.mayRead) return null;
  return (
    <div className="two-col">
      <SettingGroup title={phrase('admin-locations.groups.invoices')}>
        <LegalEntity settings={settings} />
        <TextSetting settings={settings} name="taxName" />
        <NumberSetting settings={settings} name="taxRate" scale={100} unit="%" />
        <SwitchSetting settings={settings} name="pricesIncludeTax" />
        <NumberSetting settings={settings} name="dueDays" unit={phrase('admin-locations.days')} />
        <ChoiceSetting settings={settings} name="bookingCredits" values={['optional', 'only']} />
      </SettingGroup>
      <SettingGroup
        title={phrase('admin-locations.groups.overdue')}
        help={phrase('admin-locations.overdueHelp')}>
        <Overdue settings={settings} />
      </SettingGroup>
    </div>
  );
}

const atFirst: OverdueLimit = {
  days: 14,
  amount: 0,
  blocksBooking: true,
  blocksBuying: false,
  blocksCheckIn: false,
};

function Overdue({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  const limit = settings.value('overdueLimit');
  const currency = settings.location.currency as Currency;
  const scale = 10 ** minorDigits(currency);
  const set = (change: Partial<OverdueLimit>) =>
    settings.mayChange && settings.set('overdueLimit', { ...(limit ?? atFirst), ...change });
  return (
    <Setting settings={settings} name="overdueLimit">
      <Switch
        name="overdue"
        checked={limit !== null}
        onCheck={(on) => settings.mayChange && settings.set('overdueLimit', on ? atFirst : null)}>
        {phrase('admin-locations.overdueOn')}
      </Switch>
      {limit === null ? null : (
        <div className="stack stack--12">
          <TextField
            label={phrase('admin-locations.overdueDays')}
            type="number"
            name="overdueDays"
            min={0}
            after={phrase('admin-locations.days')}
            value={String(limit.days)}
            onValue={(text) => text !== '' && set({ days: Math.round(Number(text)) })}
          />
          <TextField
            label={phrase('admin-locations.overdueAmount')}
            type="number"
            name="overdueAmount"
            min={0}
            step={1 / scale}
            after={currency}
            value={String(limit.amount / scale)}
            onValue={(text) => text !== '' && set({ amount: Math.round(Number(text) * scale) })}
          />
          <div>
            <Checkbox
              name="blocksBooking"
              checked={limit.blocksBooking}
              onCheck={(on) => set({ blocksBooking: on })}>
              {phrase('admin-locations.blocksBooking')}
            </Checkbox>
            <Checkbox
              name="blocksBuying"
              checked={limit.blocksBuying}
              onCheck={(on) => set({ blocksBuying: on })}>
              {phrase('admin-locations.blocksBuying')}
            </Checkbox>
            <Checkbox
              name="blocksCheckIn"
              checked={limit.blocksCheckIn}
              onCheck={(on) => set({ blocksCheckIn: on })}>
              {phrase('admin-locations.blocksCheckIn')}
            </Checkbox>
          </div>
        </div>
      )}
    </Setting>
  );
}
