const colours = [
  'bg',
  'surface',
  'sunken',
  'border',
  'control',
  'muted',
  'text',
  'accent',
  'danger',
  'ok',
  'focus',
];

export const Colours = () => (
  <div className="swatches">
    {colours.map((name) => (
      <span key={name}>
        <i className={`sw-${name}`} />
        {name}
      </span>
    ))}
  </div>
);

export const Types = () => (
  <div className="types">
    <span className="ty36">36/42 Kiosk greeting</span>
    <span className="ty28">28/34 Portal title</span>
    <span className="ty22">22/28 Admin title, big numbers</span>
    <span className="ty18">18/26 Totals</span>
    <span className="ty16">16/24 Portal text, verdicts</span>
    <span className="ty14">14/20 Admin text, card titles</span>
    <span className="ty13 muted">13/18 Table cells, buttons, second lines</span>
    <span className="ty12 muted">12/16 Badges, column heads</span>
  </div>
);
