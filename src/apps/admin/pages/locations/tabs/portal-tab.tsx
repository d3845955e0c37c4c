import { type CSSProperties, useState } from 'react';
import { Switch, TextField, useSpeech } from '../../../../../kit/plain/index.ts';
import { type Accent, themeOf } from '../../../../../kit/tokens/brand.ts';
import { contrast, parseHex } from '../../../../../kit/tokens/colour.ts';
import { ChoiceSetting } from '../controls.tsx';
import { Setting, SettingGroup } from '../setting.tsx';
import type { SettingsHere } from '../use-settings.ts';

const scopes = [
  'resourcesScope', 'eventsScope', 'articlesScope', 'perksScope', 'faqScope', 'productsScope',
] as const;
const reaches = ['current', 'children', 'parents', 'network'] as const;

/** How the location's portal looks, and whose things it shows (VIS-1). */
export function PortalTab({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  if (!settings.mayRead) return null;
  return (
    <div className="two-col">
      <SettingGroup title={phrase('admin-locations.groups.brand')}>
        <Brand settings={settings} />
      </SettingGroup>
      <SettingGroup
        title={phrase('admin-locations.groups.scopes')}
        help={phrase('admin-locations.scopesHelp')}
      >
        {scopes.map((name) => (
          <ChoiceSetting key={name} settings={settings} name={name} values={reaches} texts="scopes" />
        ))}
      </SettingGroup>
    </div>
  );
}

const FOYER = '#0b6b5f';

/** One colour of the operator's; wherever it could not be read it is moved until it can. */
function Brand({ settings }: { settings: SettingsHere }) {
  const { phrase } = useSpeech();
  const colour = settings.value('brandColour');
  const set = (value: string | null) => {
    if (settings.mayChange) settings.set('brandColour', value);
  };
  return (
    <Setting settings={settings} name="brandColour">
      <Switch name="brandOwn" checked={colour !== null} onCheck={(on) => set(on ? FOYER : null)}>
        {phrase('admin-locations.settings.brandColour.own')}
      </Switch>
      {colour === null ? null : <Picked colour={colour} onColour={set} />}
      {colour === null ? null : <Sample colour={colour} />}
    </Setting>
  );
}

/** Chosen or typed; a colour half typed is left to be typed on. */
function Picked({ colour, onColour }: { readonly colour: string; readonly onColour: (of: string) => void }) {
  const { phrase } = useSpeech();
  const [typed, setTyped] = useState(colour);
  const take = (text: string) => {
    setTyped(text);
    if (parseHex(text) !== null) onColour(text.toLowerCase());
  };
  return (
    <div className="row wrap">
      <input
        className="swatch"
        type="color"
        aria-label={phrase('admin-locations.settings.brandColour.pick')}
        value={colour}
        onChange={(event) => take(event.currentTarget.value)}
      />
      <TextField
        label={phrase('admin-locations.settings.brandColour.label')}
        name="brandColour"
        dir="ltr"
        value={typed}
        onValue={take}
        onLeave={() => setTyped(colour)}
      />
    </div>
  );
}

function Sample({ colour }: { readonly colour: string }) {
  const { phrase, formats } = useSpeech();
  const theme = themeOf({ colour });
  if (theme === null) return null;
  const label = parseHex(theme.light.onFill);
  const fill = parseHex(theme.light.fill);
  const ratio = label === null || fill === null ? 0 : contrast(label, fill);
  return (
    <>
      <div className="row wrap">
        <Shown accent={theme.light} dark={false} />
        <Shown accent={theme.dark} dark />
      </div>
      <p className="muted tiny">
        {phrase(`admin-locations.settings.brandColour.${theme.adjusted ? 'adjusted' : 'exact'}`, {
          ratio: formats.number(Math.round(ratio * 10) / 10),
        })}
      </p>
    </>
  );
}

/** A button and a link as the portal would draw them, by day and by night. */
function Shown({ accent, dark }: { readonly accent: Accent; readonly dark: boolean }) {
  const { phrase } = useSpeech();
  const look = { '--fill': accent.fill, '--on': accent.onFill, '--ink': accent.ink } as CSSProperties;
  return (
    <div className="brandsample" data-dark={dark} style={look} aria-hidden="true">
      <span className="brandsample__fill">{phrase('admin-locations.settings.brandColour.sampleButton')}</span>
      <span className="brandsample__ink">{phrase('admin-locations.settings.brandColour.sampleLink')}</span>
    </div>
  );
}
