import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SettingName, Settings } from '../../../../domain/locations/setting.ts';
import { useSend } from '../../data/answers.ts';
import type { AnswerTo } from '../../data/client.ts';
import { useHere } from '../../data/here.tsx';

export type LocationAnswer = AnswerTo<'getLocation'>;

/** Undefined as a value means: back to what the parent says. */
type Edits = { [N in SettingName]?: { readonly value: Settings[N] | undefined } };

/**
 * The settings of a location, own and inherited, with what has been changed here and not yet saved (LOC-2).
 */
export function useSettings(location: LocationAnswer) {
  const { me, locations } = useHere();
  const [edits, setEdits] = useState<Edits>({});
  const save = useSend('changeLocation');
  const kept = useQueryClient();
  const inForce = location.settings;
  const parent = locations.find((one) => one.id === location.parentId);
  const inherited = <N extends SettingName>(name: N): Settings[N] | undefined =>
    parent?.settings?.[name]?.value as Settings[N] | undefined;
  const valueOf = <N extends SettingName>(name: N): Settings[N] => {
    const edit = edits[name];
    const now = inForce?.[name].value as Settings[N];
    if (edit === undefined) return now;
    return edit.value === undefined ? (inherited(name) ?? now) : (edit.value as Settings[N]);
  };
  return {
    location,
    mayChange: me.may('settings.write', location.id) && me.may('locations.write', location.id),
    mayRead: inForce !== null,
    value: valueOf,
    set: <N extends SettingName>(name: N, value: Settings[N]) => {
      setEdits((before) => {
        const same =
          JSON.stringify(inForce?.[name].value) === JSON.stringify(value) && inForce?.[name].own === true;
        const { [name]: _, ...rest } = before;
        return same ? (rest as Edits) : { ...before, [name]: { value } };
      });
    },
    reset: (name: SettingName) =>
      setEdits((before) => {
        const { [name]: _, ...rest } = before;
        // What is on its way to the server will be this location's own in a moment.
        const isOwn = inForce?.[name].own === true || (save.isPending && before[name] !== undefined);
        return isOwn ? { ...before, [name]: { value: undefined } } : (rest as Edits);
      }),
    /** `own`: set here; `from`: the place it comes from, null where nobody set it. */
    source: (name: SettingName): { readonly own: boolean; readonly from: string | null } => {
      const edit = edits[name];
      if (edit !== undefined && edit.value !== undefined) return { own: true, from: null };
      if (edit !== undefined) return { own: false, from: parent?.name ?? null };
      const setting = inForce?.[name];
      return { own: setting?.own ?? false, from: setting?.setAt?.name ?? null };
    },
    isRoot: location.parentId === null,
    changed: Object.keys(edits).length,
    isChanged: (name: SettingName) => edits[name] !== undefined,
    discard: () => setEdits({}),
    busy: save.isPending,
    fault: save.error,
    save: async () => {
      const entries = Object.entries(edits) as [SettingName, { value: unknown }][];
      const values = Object.fromEntries(
        entries.filter(([, edit]) => edit.value !== undefined).map(([name, edit]) => [name, edit.value]),
      );
      const inherit = entries.filter(([, edit]) => edit.value === undefined).map(([name]) => name);
      await save.mutateAsync({
        params: { locationId: location.id },
        body: { settings: { ...values, ...(inherit.length > 0 && { inherit }) } },
      });
      // What is stored takes the edits' place: dropped earlier, the page would show the value of before.
      await kept.invalidateQueries({ queryKey: ['getLocation'] });
      setEdits((now) => {
        const since = Object.entries(now).filter(([name, edit]) => edit !== edits[name as SettingName]);
        return Object.fromEntries(since);
      });
    },
  };
}

export type SettingsHere = ReturnType<typeof useSettings>;
