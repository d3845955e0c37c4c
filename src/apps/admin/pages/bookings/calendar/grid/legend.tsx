import { Icon, icons, useSpeech } from '../../../../../../kit/plain/index.ts';

/**
 * Pattern before colour: hatched is what this person cannot have, crossed what nobody can, dashed what
 * waits.
 */
export function Legend({ person }: { person: string | null }) {
  const { phrase } = useSpeech();
  return (
    <div className="legend">
      <span>
        <i className="slot slot--booked" />
        {phrase('admin-calendar.legend.booked')}
      </span>
      <span>
        <i className="slot slot--hold" />
        {phrase('admin-calendar.legend.hold')}
      </span>
      <span>
        <i className="slot slot--buffer" />
        {phrase('admin-calendar.legend.buffer')}
      </span>
      <span>
        <i className="slot slot--closed" />
        {phrase('admin-calendar.legend.closed')}
      </span>
      {person === null ? null : (
        <>
          <span>
            <i className="slot slot--cant" />
            <Icon of={icons.snow} size={14} />
            {phrase('admin-calendar.legend.frozen', { person })}
          </span>
          <span>
            <i className="slot slot--cant is-rule" />
            <Icon of={icons.lock} size={14} />
            {phrase('admin-calendar.legend.rule', { person })}
          </span>
        </>
      )}
    </div>
  );
}
