import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Refused } from './client.ts';

export type FormValues = Readonly<Record<string, string>>;
/** What is wrong, by the name of the field; undefined where nothing is. */
export type FormErrors = Readonly<Record<string, string | undefined>>;

export interface FormOptions<V extends FormValues> {
  readonly initial: V;
  /** Says how to fix each field that cannot stay as it is. */
  readonly check?: (values: V) => FormErrors;
  /** Sends it. A refusal's errors go to their fields; anything else stands above the form. */
  readonly send: (values: V) => Promise<unknown>;
  readonly onDone?: () => void;
  /** Names of fields as the API knows them, where they differ: `{ 'price.amount': 'price' }`. */
  readonly fieldOf?: Readonly<Record<string, string>>;
  /** Keeps what was typed for this session under the name, so that nothing is lost by leaving. */
  readonly draft?: string;
}

export interface Form<V extends FormValues> {
  readonly values: V;
  readonly set: (name: keyof V & string, value: string) => void;
  /** Everything a kit field needs but its label. */
  readonly field: (name: keyof V & string) => {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly onValue: (value: string) => void;
    readonly onLeave: () => void;
    readonly error: string | undefined;
  };
  readonly errors: readonly { readonly id: string; readonly name: string; readonly text: string }[];
  /** A refusal that belongs to no field. */
  readonly refusal: string | undefined;
  /** Counts failed submits: the summary takes the focus when it grows. */
  readonly tries: number;
  readonly busy: boolean;
  readonly changed: number;
  readonly onSubmit: (event?: FormEvent) => void;
  readonly reset: () => void;
}

/** Checks on leaving a field, then at each key once it was wrong; never empties what was typed. */
export function useForm<V extends FormValues>(options: FormOptions<V>): Form<V> {
  const { initial, check, send, onDone, fieldOf = {}, draft } = options;
  const [values, setValues] = useState<V>(() => ({ ...initial, ...readDraft(draft) }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const { refused, refusal, ...refusing } = useRefusal(fieldOf);
  const [tries, setTries] = useState(0);
  const [busy, setBusy] = useState(false);
  const sending = useRef(false);
  useEffect(() => keepDraft(draft, values, initial), [draft, values, initial]);
  const found = check?.(values) ?? {};
  const errorOf = (name: string) => refused[name] ?? (left.has(name) ? found[name] : undefined);
  const set = (name: string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    refusing.forget(name);
  };
  const submit = async () => {
    if (sending.current) return;
    setLeft(new Set(Object.keys(values)));
    if (Object.values(found).some((text) => text !== undefined)) return setTries((count) => count + 1);
    sending.current = true;
    setBusy(true);
    refusing.hush();
    try {
      await send(values);
      forgetDraft(draft);
      onDone?.();
    } catch (error) {
      setTries((count) => count + 1);
      refusing.take(error, values);
    } finally {
      sending.current = false;
      setBusy(false);
    }
  };
  return {
    values,
    set,
    refusal,
    tries,
    busy,
    field: (name) => ({
      id: idOf(name),
      name,
      value: values[name] ?? '',
      onValue: (value) => set(name, value),
      onLeave: () => setLeft((before) => new Set(before).add(name)),
      error: errorOf(name),
    }),
    errors: Object.keys(values).flatMap((name) => {
      const text = errorOf(name);
      return text === undefined ? [] : [{ id: idOf(name), name, text }];
    }),
    changed: Object.keys(values).filter((name) => values[name] !== initial[name]).length,
    onSubmit: (event) => {
      event?.preventDefault();
      void submit();
    },
    reset: () => {
      setValues(initial);
      setLeft(new Set());
      refusing.clear();
      forgetDraft(draft);
    },
  };
}

/** What the server refused: at the field it names, or above the form. */
function useRefusal(fieldOf: Readonly<Record<string, string>>) {
  const [refused, setRefused] = useState<FormErrors>({});
  const [refusal, setRefusal] = useState<string>();
  const take = (error: unknown, values: FormValues) => {
    if (!(error instanceof Refused))
      return setRefusal(error instanceof Error ? error.message : String(error));
    const known = error.errors.map((one) => [fieldOf[one.field] ?? one.field, one.detail] as const);
    setRefused(Object.fromEntries(known.filter(([name]) => name in values)));
    const others = known.filter(([name]) => !(name in values)).map(([, detail]) => detail);
    return setRefusal(
      error.errors.length > 0 && others.length === 0
        ? undefined
        : others.join(' ') || error.detail || error.title,
    );
  };
  const forget = (name: string) => setRefused((before) => ({ ...before, [name]: undefined }));
  const hush = () => setRefusal(undefined);
  const clear = () => {
    setRefused({});
    hush();
  };
  return { refused, refusal, take, forget, hush, clear };
}

const idOf = (name: string): string => `field-${name.replaceAll('.', '-')}`;

const keyOf = (draft: string): string => `foyer-draft-${draft}`;

function readDraft(draft: string | undefined): FormValues {
  const text = draft === undefined ? null : sessionStorage.getItem(keyOf(draft));
  return text === null ? {} : (JSON.parse(text) as FormValues);
}

function keepDraft(draft: string | undefined, values: FormValues, initial: FormValues) {
  if (draft === undefined) return;
  const changed = Object.keys(values).some((name) => values[name] !== initial[name]);
  if (changed) sessionStorage.setItem(keyOf(draft), JSON.stringify(values));
}

const forgetDraft = (draft: string | undefined) => {
  if (draft !== undefined) sessionStorage.removeItem(keyOf(draft));
};
