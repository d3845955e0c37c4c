import { Icon, icons, type Shape, usePhrase } from '../../../kit/plain/index.ts';

/** What a verb stops and what keeps working, beside each other; an empty side is left out. */
export function Effects({
  stops,
  goesOn,
}: {
  readonly stops: readonly string[];
  readonly goesOn: readonly string[];
}) {
  const phrase = usePhrase();
  return (
    <div className="does__two">
      <Side title={phrase('kit.effects.stops')} icon={icons.pause} of={stops} />
      <Side title={phrase('kit.effects.goesOn')} icon={icons.check} of={goesOn} />
    </div>
  );
}

function Side({ title, icon, of }: { title: string; icon: Shape; of: readonly string[] }) {
  if (of.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <ul>
        {of.map((text) => (
          <li key={text}>
            <Icon of={icon} size={14} />
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
