import bidiFactory from 'bidi-js';

const bidi = (bidiFactory as unknown as () => Bidi)();

/** The part of the library's interface that is used here. */
interface Bidi {
  getEmbeddingLevels(text: string, base?: Direction): { levels: Uint8Array };
  getMirroredCharactersMap(text: string, levels: Uint8Array): Map<number, string>;
}

export type Direction = 'ltr' | 'rtl';

/** The direction of a text by its first letter that has one; names and addresses have their own. */
export const directionOf = (text: string, otherwise: Direction): Direction => {
  const first = /\p{L}/u.exec(text)?.[0];
  if (first === undefined) return otherwise;
  return /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first) ? 'rtl' : 'ltr';
};

/**
 * A line of text as runs in the order the eye meets them from left to right (UAX 9). Within a run the letters
 * stay in the order they are written: the font's shaping joins and turns Arabic and Hebrew ones by itself, so
 * only what has no direction of its own is turned here.
 */
export function visualRuns(text: string, base: Direction): readonly string[] {
  if (text === '') return [];
  const embedding = bidi.getEmbeddingLevels(text, base);
  const mirrored = bidi.getMirroredCharactersMap(text, embedding.levels);
  const runs: { level: number; text: string }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const level = embedding.levels[index] ?? 0;
    const last = runs.at(-1);
    const letter = mirrored.get(index) ?? text.charAt(index);
    if (last?.level === level) last.text += letter;
    else runs.push({ level, text: letter });
  }
  const highest = Math.max(...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level -= 1) turnStretches(runs, level);
  return runs
    .map(drawn)
    .map((run) => run.replace(unseen, ''))
    .filter((run) => run !== '');
}

/** A run as it is handed to the font, which writes Arabic digits from right to left like letters. */
function drawn({ level, text }: { level: number; text: string }): string {
  const turns = level % 2 === 1 ? !turnsByItself.test(text) : arabicDigits.test(text);
  return turns ? [...text].reverse().join('') : text;
}

/** Turns each stretch of neighbours at this level or above. */
function turnStretches(runs: { level: number; text: string }[], level: number): void {
  for (let start = 0; start < runs.length; start += 1) {
    if ((runs[start]?.level ?? 0) < level) continue;
    let end = start;
    while ((runs[end]?.level ?? -1) >= level) end += 1;
    runs.splice(start, end - start, ...runs.slice(start, end).reverse());
    start = end;
  }
}

/** Letters of a script that the font writes from right to left. */
const turnsByItself = /\p{Script=Arabic}|\p{Script=Hebrew}/u;
const arabicDigits = /[\u0660-\u0669\u06f0-\u06f9]/;
/** Marks that only direct the eye. */
const unseen = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g;

/** Breaks a text into lines no wider than `width`, at spaces; a word that is wider stands alone. */
export function wrapped(text: string, width: number, measure: (part: string) => number): readonly string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(/\s+/).filter((part) => part !== '')) {
      const longer = lines.length === 0 ? word : `${lines.at(-1)} ${word}`;
      if (lines.length > 0 && measure(longer) <= width) lines[lines.length - 1] = longer;
      else lines.push(...cut(word, width, measure));
    }
    return lines;
  });
}

function cut(word: string, width: number, measure: (part: string) => number): readonly string[] {
  if (measure(word) <= width) return [word];
  const parts: string[] = [''];
  for (const letter of word) {
    if (parts.at(-1) !== '' && measure(`${parts.at(-1)}${letter}`) > width) parts.push(letter);
    else parts[parts.length - 1] += letter;
  }
  return parts;
}
