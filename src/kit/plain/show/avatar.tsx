/**
 * Two letters for a person or a firm; the name always stands beside it, so it is hidden from those who
 * listen.
 */
export function Avatar({
  name,
  large = false,
  square = false,
}: {
  readonly name: string;
  readonly large?: boolean;
  /** Firms are square, people are round. */
  readonly square?: boolean;
}) {
  const names = ['avatar', large ? 'avatar--lg' : '', square ? 'avatar--sq' : ''].filter(Boolean).join(' ');
  return (
    <span className={names} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/u).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => [...(word ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
}
