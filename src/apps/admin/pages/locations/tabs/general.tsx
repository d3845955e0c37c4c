import {
  Button,
  Checkbox,
  FieldGroup,
  SelectField,
  TextField,
  toast,
  useSpeech,
} from '../../../../../kit/plain/index.ts';
import { languages, nameOf } from '../../../../../api/texts/browser.ts';
import { useSend } from '../../../data/answers.ts';
import { useForm } from '../../../data/form.ts';
import { useHere } from '../../../data/here.tsx';
import { FormSummary } from '../../../pieces/form-parts.tsx';
import { inTreeOrder } from '../../../frame/location-switcher.tsx';
import { currencyChoices, zoneChoices } from '../choices.ts';
import { NumberSetting, TextSetting } from '../controls.tsx';
import { Setting, SettingGroup } from '../setting.tsx';
import type { LocationAnswer, SettingsHere } from '../use-settings.ts';

/** What the location is, how to reach it, which languages it speaks. */
export function General({ location, settings }: { location: LocationAnswer; settings: SettingsHere }) {
  const { phrase } = useSpeech();
  return (
    <div className="two-col">
      <Identity location={location} mayChange={settings.mayChange} />
      {settings.mayRead ? (
        <div className="stack">
          <SettingGroup title={phrase('admin-locations.groups.contact')}>
            <TextSetting settings={settings} name="address" />
            <TextSetting settings={settings} name="contactEmail" type="email" />
            <TextSetting settings={settings} name="contactPhone" type="tel" />
            <NumberSetting
              settings={settings}
              name="capacity"
              unit={phrase('admin-locations.people')}
              empty
            />
          </SettingGroup>
          <SettingGroup title={phrase('admin-locations.groups.languages')}>
            <Languages settings={settings} />
          </SettingGroup>
        </div>
      ) : null}
    </div>
  );
}

function Identity({ location, mayChange }: { location: LocationAnswer; mayChange: boolean }) {
  const { phrase, formats } = useSpeech();
  const { locations } = useHere();
  const change = useSend('changeLocation');
  const form = useForm({
    initial: {
      name: location.name,
      slug: location.slug,
      timeZone: location.timeZone,
      currency: location.currency,
      parentId: location.parentId ?? '',
    },
    check: (values) => ({ name: values.name.trim() === '' ? phrase('kit.form.required') : undefined }),
    send: ({ parentId, ...values }) =>
      change.mutateAsync({
        params: { locationId: location.id },
        body: { ...values, ...(parentId !== '' && parentId !== location.parentId && { parentId }) },
      }),
    onDone: () => toast(phrase('kit.form.saved')),
  });
  const parents = inTreeOrder(locations).filter((one) => one.id !== location.id);
  return (
    <section className="card" aria-label={phrase('admin-locations.groups.identity')}>
      <div className="card__head">
        <h2>{phrase('admin-locations.groups.identity')}</h2>
      </div>
      <form className="card__body form" noValidate onSubmit={form.onSubmit}>
        <FormSummary form={form} />
        <TextField label={phrase('admin-locations.name')} readOnly={!mayChange} {...form.field('name')} />
        <TextField
          label={phrase('admin-locations.slug')}
          help={phrase('admin-locations.slugHelp')}
          readOnly={!mayChange}
          {...form.field('slug')}
        />
        {location.parentId === null ? null : (
          <SelectField
            label={phrase('admin-locations.parent')}
            options={parents.map((one) => ({ value: one.id, label: one.name }))}
            {...form.field('parentId')}
          />
        )}
        <SelectField
          label={phrase('admin-locations.timeZone')}
          options={zoneChoices()}
          {...form.field('timeZone')}
        />
        <SelectField
          label={phrase('admin-locations.currency')}
          options={currencyChoices(formats)}
          help={phrase('admin-locations.currencyHelp')}
          {...form.field('currency')}
        />
        {form.changed === 0 || !mayChange ? null : (
          <div className="form__acts">
            <Button type="submit" kind="primary" busy={form.busy}>
              {phrase('kit.form.save')}
            </Button>
            <Button kind="quiet" onClick={form.reset}>
              {phrase('kit.form.discard')}
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}

function Languages({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  const chosen = settings.value('languages');
  const first = settings.value('defaultLanguage');
  return (
    <>
      <Setting settings={settings} name="languages">
        <FieldGroup
          label={phrase('admin-locations.settings.languages.label')}
          help={phrase('admin-locations.settings.languages.help')}>
          {languages.map((language) => (
            <Checkbox
              key={language}
              name="languages"
              value={language}
              checked={chosen.includes(language)}
              onCheck={(checked) =>
                settings.mayChange &&
                settings.set(
                  'languages',
                  checked ? [...chosen, language] : chosen.filter((one) => one !== language),
                )
              }>
              <span lang={language}>{nameOf(language)}</span>
            </Checkbox>
          ))}
        </FieldGroup>
      </Setting>
      <Setting settings={settings} name="defaultLanguage">
        <SelectField
          label={phrase('admin-locations.settings.defaultLanguage.label')}
          name="defaultLanguage"
          value={first}
          onValue={(value) => settings.mayChange && settings.set('defaultLanguage', value)}
          options={[...new Set([...chosen, first])].map((language) => ({
            value: language,
            label: nameOf(language),
          }))}
        />
      </Setting>
    </>
  );
}
