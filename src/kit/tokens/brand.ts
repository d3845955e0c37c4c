import { contrast, formatHex, parseHex, type Rgb, toOklch, toRgb } from './colour.ts';

/** What an operator gives; colours as `#RRGGBB`, radius in pixels, 0 to 16. */
export interface Brand {
  readonly colour: string;
  readonly radius?: number;
}

/** One theme's colours made from the brand: the fill is theirs, the ink is moved until it can be read. */
export interface Accent {
  /** Brand as text, link, icon, line: 4.5:1 or more on every ground. */
  readonly ink: string;
  /** The solid fill, the exact brand colour wherever its label can be read. */
  readonly fill: string;
  /** The label on the fill, 4.5:1 or more. */
  readonly onFill: string;
  /** The edge of a fill: the fill itself, or the ink where the fill would drown in the page. */
  readonly edge: string;
}

export interface BrandTheme {
  readonly light: Accent;
  readonly dark: Accent;
  /** True where any colour had to leave the brand colour to be readable. */
  readonly adjusted: boolean;
}

/** The grounds that text stands on: bg, surface, sunken (tokens.css). */
export const grounds = {
  light: ['#FFFFFF', '#F7F7F5', '#EFEEEB'],
  dark: ['#141412', '#1C1C1A', '#0E0E0D'],
} as const;

const TEXT = 4.5;
const CONTROL = 3;
const STEP = 0.005;

/** Null when the brand's colour is not a colour. */
export function themeOf(brand: Brand): BrandTheme | null {
  const colour = parseHex(brand.colour);
  if (colour === null) return null;
  const [light, dark] = [accentOf(colour, grounds.light, -1), accentOf(colour, grounds.dark, 1)];
  const exact = formatHex(colour);
  const adjusted = [light.ink, light.fill, dark.ink, dark.fill].some((made) => made !== exact);
  return { light, dark, adjusted };
}

/** The theme as a style sheet's text: custom properties only, safe to put into a `<style nonce>`. */
export function themeCss(brand: Brand): string {
  const theme = themeOf(brand);
  if (theme === null) return '';
  const { light, dark } = theme;
  const pair = (name: keyof Accent) => `light-dark(${light[name]}, ${dark[name]})`;
  const radius = brand.radius === undefined ? '' : radii(brand.radius);
  return (
    `:root{--accent:${pair('ink')};--accent-fill:${pair('fill')};--on-accent:${pair('onFill')};` +
    `--accent-edge:${pair('edge')};${radius}}`
  );
}

function accentOf(colour: Rgb, on: readonly string[], direction: 1 | -1): Accent {
  const grounded = on.map(known);
  const ink = moved(colour, direction, (tried) =>
    grounded.every((ground) => contrast(tried, ground) >= TEXT),
  );
  const fill = moved(
    colour,
    label(colour) === WHITE ? -1 : 1,
    (tried) => contrast(tried, label(tried)) >= TEXT,
  );
  const seen = grounded.every((ground) => contrast(fill, ground) >= CONTROL);
  return {
    ink: formatHex(ink),
    fill: formatHex(fill),
    onFill: formatHex(label(fill)),
    edge: formatHex(seen ? fill : ink),
  };
}

/** The colour itself when it serves, else the nearest lightness that does; hue kept. */
function moved(colour: Rgb, direction: 1 | -1, serves: (tried: Rgb) => boolean): Rgb {
  if (serves(colour)) return colour;
  const start = toOklch(colour);
  for (let l = start.l + direction * STEP; l > 0 && l < 1; l += direction * STEP) {
    const tried = known(formatHex(toRgb({ ...start, l })));
    if (serves(tried)) return tried;
  }
  return direction === 1 ? WHITE : INK;
}

const label = (fill: Rgb): Rgb => (contrast(fill, WHITE) >= contrast(fill, INK) ? WHITE : INK);

function known(hex: string): Rgb {
  const colour = parseHex(hex);
  if (colour === null) throw new TypeError(`not a colour: ${hex}`);
  return colour;
}

function radii(pixels: number): string {
  const outer = Math.min(16, Math.max(0, Math.round(pixels)));
  return `--r4:${Math.round(outer / 3)}px;--r8:${Math.round((outer * 2) / 3)}px;--r12:${outer}px;`;
}

const WHITE = known('#FFFFFF');
const INK = known('#111111');
