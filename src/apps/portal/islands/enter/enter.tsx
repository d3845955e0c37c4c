import { useEffect, useRef } from 'react';

export interface EnterProps { readonly action: string; readonly token: string; readonly label: string }

/** The form of a letter's link, which sends itself once it wakes. */
export function Enter({ action, token, label }: EnterProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.requestSubmit(), []);
  return (
    <form ref={form} method="post" action={action}>
      <input type="hidden" name="token" value={token} />
      <button className="btn btn--primary btn--block" type="submit">{label}</button>
    </form>
  );
}
