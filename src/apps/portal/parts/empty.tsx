/** One sentence on what belongs here, and one act. */
export const Empty = ({ text, act }: { text: string; act: { label: string; href: string } | null }) => (
  <div className="empty p-empty">
    <p>{text}</p>
    {act !== null && <a className="btn" href={act.href}>{act.label}</a>}
  </div>
);
