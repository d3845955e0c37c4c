/** A colour as three shares of light, 0 to 1 each, gamma-encoded (sRGB). */
export interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
}

/** The same colour by lightness (0 to 1), chroma (0 to about 0.4) and hue in degrees (OKLCH). */
export interface Oklch {
  readonly l: number;
  readonly c: number;
  readonly h: number;
}

/** Null when the text is not `#RGB` or `#RRGGBB`. */
export function parseHex(text: string): Rgb | null {
  const short = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i.exec(text.trim());
  const hex = short ? `#${short.slice(1).map((digit) => digit + digit).join('')}` : text.trim();
  if (!/^#[0-9a-f]{6}$/i.test(hex)) return null;
  const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16) / 255;
  return { r: part(1), g: part(3), b: part(5) };
}

export function formatHex(of: Rgb): string {
  const part = (share: number) => Math.round(clamp(share) * 255).toString(16).padStart(2, '0');
  return `#${part(of.r)}${part(of.g)}${part(of.b)}`.toUpperCase();
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

export function toOklch(of: Rgb): Oklch {
  const [r, g, b] = [linear(of.r), linear(of.g), linear(of.b)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const hue = (Math.atan2(bb, a) * 180) / Math.PI;
  return {
    l: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    c: Math.hypot(a, bb),
    h: hue < 0 ? hue + 360 : hue,
  };
}

/** The nearest colour a screen can show: hue and lightness kept, chroma lowered until it fits. */
export function toRgb(of: Oklch): Rgb {
  const exact = unclipped(of);
  if (fits(exact)) return exact;
  let [low, high] = [0, of.c];
  for (let step = 0; step < 24; step += 1) {
    const middle = (low + high) / 2;
    if (fits(unclipped({ ...of, c: middle }))) low = middle;
    else high = middle;
  }
  return unclipped({ ...of, c: low });
}

function unclipped({ l, c, h }: Oklch): Rgb {
  const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return {
    r: encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
    g: encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
    b: encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short),
  };
}

const luminance = (of: Rgb): number => 0.2126 * linear(of.r) + 0.7152 * linear(of.g) + 0.0722 * linear(of.b);

const linear = (share: number): number =>
  share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;

const encoded = (light: number): number =>
  light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055;

const clamp = (share: number): number => Math.min(1, Math.max(0, share));

const fits = ({ r, g, b }: Rgb): boolean =>
  [r, g, b].every((share) => share >= -0.0001 && share <= 1.0001);
