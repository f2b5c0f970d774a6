import { linkPhrases } from './linkPhrases.ts';

// JSON has no bare control characters: they stand for phrases here, a lead and a printable character each.

const firstLead = 1;
const firstSecond = 0x20;
const seconds = 90;

const coded = linkPhrases.map((phrase, index) => ({
  phrase,
  code: String.fromCharCode(firstLead + Math.floor(index / seconds), firstSecond + (index % seconds)),
}));
const codes: ReadonlyMap<string, string> = new Map(coded.map(({ phrase, code }) => [phrase, code]));
const phrases: ReadonlyMap<string, string> = new Map(coded.map(({ phrase, code }) => [code, phrase]));

const longestFirst = linkPhrases.toSorted((one, other) => other.length - one.length);
const anyPhrase = new RegExp(longestFirst.map((phrase) => phrase.replace(/[^\w ]/g, '\\$&')).join('|'), 'g');
const anyCode = /[\x00-\x1f][^]?/g;

/** `JSON.stringify`’s text with a code of two characters for every known phrase, the longest that fits. */
export function encodePhrases(json: string): string {
  return json.replace(anyPhrase, (phrase) => codes.get(phrase) ?? phrase);
}

/** Undoes `encodePhrases`; undefined where a code is unknown, or where more than `limit` characters would come out. */
export function decodePhrases(text: string, limit: number): string | undefined {
  let length = text.length;
  const parts: string[] = [];
  let from = 0;
  for (const { 0: code, index } of text.matchAll(anyCode)) {
    const phrase = phrases.get(code);
    if (phrase === undefined) return undefined;
    length += phrase.length - code.length;
    parts.push(text.slice(from, index), phrase);
    from = index + code.length;
  }
  return length > limit ? undefined : parts.join('') + text.slice(from);
}
