import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { grounds, themeCss, themeOf } from './brand.ts';
import { contrast, parseHex } from './colour.ts';

const ratio = (a: string, b: string) => contrast(parseHex(a)!, parseHex(b)!);
/** The largest difference of a channel, 0 to 255: the last digits depend on how chroma is clipped. */
const farthest = (a: string, b: string) =>
  Math.max(...[1, 3, 5].map((at) => Math.abs(Number.parseInt(a.slice(at, at + 2), 16)
    - Number.parseInt(b.slice(at, at + 2), 16))));
const nasty = [
  '#FFD400', '#FF5A5F', '#7CFC00', '#00AEEF', '#F4A7C0', '#111111',
  '#FFFFFF', '#777777', '#0000FF', '#FF00FF', '#8B0000', '#C0FFEE',
];

describe('a brand colour is made readable', () => {
  test.each([
    ['#FFD400', '#111111', '#816A01', '#FFD400'],
    ['#FF5A5F', '#111111', '#CE2737', '#FF5A5F'],
    ['#7CFC00', '#111111', '#3A7A07', '#7CFC00'],
    ['#00AEEF', '#111111', '#0874A0', '#00AEEF'],
    ['#F4A7C0', '#111111', '#9C576F', '#F4A7C0'],
    ['#111111', '#FFFFFF', '#111111', '#848484'],
  ])('%s has the label %s, the light link %s and the dark link %s', (colour, onFill, light, dark) => {
    const theme = themeOf({ colour })!;
    expect(theme.light).toMatchObject({ fill: colour, onFill });
    expect(theme.dark).toMatchObject({ fill: colour, onFill });
    expect(farthest(theme.light.ink, light)).toBeLessThanOrEqual(8);
    expect(farthest(theme.dark.ink, dark)).toBeLessThanOrEqual(8);
  });

  test.each(nasty)('%s: text 4.5:1 on every ground, label 4.5:1 on the fill, edge 3:1', (colour) => {
    const theme = themeOf({ colour })!;
    for (const mode of ['light', 'dark'] as const) {
      const { ink, fill, onFill, edge } = theme[mode];
      expect(ratio(fill, onFill)).toBeGreaterThanOrEqual(4.5);
      for (const ground of grounds[mode]) {
        expect(ratio(ink, ground)).toBeGreaterThanOrEqual(4.5);
        expect(ratio(edge, ground)).toBeGreaterThanOrEqual(3);
      }
    }
  });

  test('says when it had to adjust, and refuses what is no colour', () => {
    expect(themeOf({ colour: '#FFD400' })!.adjusted).toBe(true);
    expect(themeOf({ colour: 'gold; } body { display: none' })).toBeNull();
    expect(themeCss({ colour: 'red' })).toBe('');
    expect(themeCss({ colour: '#0b6b5f', radius: 40 })).toContain('--r12:16px');
  });
});

const css = readFileSync(new URL('tokens.css', import.meta.url), 'utf8');
const token = (name: string): [string, string] => {
  const found = new RegExp(`--${name}:\\s*light-dark\\((#[0-9A-F]{6}), (#[0-9A-F]{6})\\)`, 'i').exec(css)!;
  return [found[1]!, found[2]!];
};

test('the tokens of text and status meet their contrast in both themes', () => {
  for (const side of [0, 1] as const) {
    const on = ['bg', 'surface', 'sunken'].map((name) => token(name)[side]);
    for (const ground of on) {
      for (const name of ['text', 'text-muted', 'accent', 'focus']) {
        expect(ratio(token(name)[side], ground), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
      expect(ratio(token('border-control')[side], ground)).toBeGreaterThanOrEqual(3);
    }
    for (const name of ['active', 'scheduled', 'soon', 'alert', 'frozen', 'suspended', 'quiet', 'draft']) {
      expect(ratio(token(`${name}-fg`)[side], token(`${name}-bg`)[side]), name).toBeGreaterThanOrEqual(4.5);
    }
    for (const name of ['danger', 'ok', 'accent']) {
      expect(ratio(token(name)[side], token(`on-${name}`)[side]), name).toBeGreaterThanOrEqual(4.5);
    }
  }
});

test('the grounds used for the brand are those of tokens.css', () => {
  for (const [side, mode] of [[0, 'light'], [1, 'dark']] as const) {
    expect(grounds[mode]).toEqual(['bg', 'surface', 'sunken'].map((name) => token(name)[side]));
  }
});
