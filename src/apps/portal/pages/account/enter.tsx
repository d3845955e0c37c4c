export interface EnterProps { readonly action: string; readonly token: string; readonly label: string }

/** The form of a letter's link: a person presses it, what only opens or renders the page does not. */
export const EnterForm = ({ action, token, label }: EnterProps) => (
  <form method="post" action={action}>
    <input type="hidden" name="token" value={token} />
    <button className="btn btn--primary btn--block" type="submit" autoFocus>{label}</button>
  </form>
);
