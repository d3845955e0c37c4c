import { type ReactNode, useId } from 'react';

/** One sentence on what a term means, shown on hover and focus of it. */
export function Tip({ text, children, end = false }: { text: string; children: ReactNode; end?: boolean }) {
  const id = useId();
  return (
    <span className={end ? 'tipped tipped--end' : 'tipped'}>
      <span tabIndex={0} aria-describedby={id}>{children}</span>
      <span className="tip" role="tooltip" id={id}>{text}</span>
    </span>
  );
}
