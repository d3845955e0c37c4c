/**
 * Takes the outlines that the kit uses out of lucide-static, one by one, into
 * src/kit/plain/icon/shapes.generated.ts. Run `node tools/icons/write.ts` after adding a name.
 */
import { readFileSync, writeFileSync } from 'node:fs';

const wanted: Record<string, string> = {
  alert: 'triangle-alert',
  archive: 'archive',
  arrow: 'arrow-right',
  bell: 'bell',
  box: 'package',
  calendar: 'calendar',
  card: 'credit-card',
  chart: 'chart-line',
  chat: 'message-square',
  check: 'check',
  circle: 'circle',
  clock: 'clock',
  collapse: 'panel-left',
  community: 'users-round',
  copy: 'copy',
  desk: 'scan',
  door: 'door-open',
  dot: 'dot',
  down: 'chevron-down',
  download: 'download',
  external: 'external-link',
  eye: 'eye',
  file: 'file-text',
  filter: 'list-filter',
  globe: 'globe',
  help: 'life-buoy',
  home: 'house',
  hourglass: 'hourglass',
  info: 'info',
  key: 'key-round',
  language: 'languages',
  layers: 'layers',
  leaf: 'leaf',
  left: 'chevron-left',
  link: 'link',
  list: 'list',
  lock: 'lock',
  mail: 'mail',
  map: 'map',
  megaphone: 'megaphone',
  menu: 'menu',
  minusShape: 'minus',
  money: 'banknote',
  moon: 'moon',
  more: 'ellipsis',
  pause: 'pause',
  pencil: 'pencil',
  person: 'user-round',
  phone: 'phone',
  play: 'play',
  star: 'star',
  building: 'building-2',
  shield: 'shield',
  log: 'scroll-text',
  image: 'image',
  ban: 'ban',
  minus: 'minus',
  timer: 'timer',
  pin: 'map-pin',
  plus: 'plus',
  portal: 'app-window',
  print: 'printer',
  qr: 'qr-code',
  refresh: 'refresh-cw',
  right: 'chevron-right',
  search: 'search',
  send: 'send',
  settings: 'sliders-horizontal',
  snow: 'snowflake',
  sort: 'arrow-up-down',
  spaces: 'layout-dashboard',
  store: 'shopping-bag',
  sun: 'sun',
  tag: 'tag',
  ticket: 'ticket',
  trash: 'trash-2',
  undo: 'undo-2',
  up: 'chevron-up',
  updown: 'chevrons-up-down',
  upload: 'upload',
  user: 'user',
  users: 'users',
  visitor: 'user-plus',
  wallet: 'wallet',
  wifi: 'wifi',
  x: 'x',
};

const folder = new URL('../../node_modules/lucide-static/icons/', import.meta.url);
const target = new URL('../../src/kit/plain/icon/shapes.generated.ts', import.meta.url);

const drawn = ['path', 'circle', 'rect', 'line', 'polyline', 'polygon', 'ellipse'].join('|');

const shapes = Object.entries(wanted).map(([name, file]) => {
  const svg = readFileSync(new URL(`${file}.svg`, folder), 'utf8');
  const parts = [...svg.matchAll(new RegExp(`<(${drawn})\\s+([^>]*?)\\s*/>`, 'g'))].map(([, tag, rest]) => {
    const attributes = [...(rest ?? '').matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(
      ([, key, value]) => `${key?.includes('-') ? `'${key}'` : key}: '${value}'`,
    );
    return `['${tag}', { ${attributes.join(', ')} }]`;
  });
  return `export const ${name}: Shape = [\n${parts.map((part) => `  ${part},`).join('\n')}\n];`;
});

writeFileSync(
  target,
  `// Written by tools/icons/write.ts from Lucide's outlines (ISC licence). Do not edit.

/** An outline on a square of 24: what is drawn, in order. */
export type Shape = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

${shapes.join('\n\n')}
`,
);
