import { linkPhrases } from './linkPhrases.ts';

// JSON has no bare control characters: they stand for phrases here, a lead and a printable character each.

const firstLead = 1;
const leads = 31;
const firstSecond = 0x20;
const seconds = 90;

const codes: ReadonlyMap<string, string> = new Map(
  linkPhrases.map((phrase, index) => [
    phrase,
    String.fromCharCode(firstLead + Math.floor(index / seconds), firstSecond + (index % seconds)),
  ]),
);

/** `JSON.stringify`’s text with a code of two characters for every known phrase, the longest that fits. */
export function encodePhrases(json: string): string {
  return json.replace(anyPhrase(), (phrase) => codes.get(phrase) ?? phrase);
}

let pattern: RegExp | undefined;

function anyPhrase(): RegExp {
  const longestFirst = linkPhrases.toSorted((one, other) => other.length - one.length);
  pattern ??= new RegExp(longestFirst.map((phrase) => phrase.replace(/[^\w ]/g, '\\$&')).join('|'), 'g');
  return pattern;
}

/** Undoes `encodePhrases`; undefined where a code is unknown, or where more than `limit` characters would come out. */
export function decodePhrases(text: string, limit: number): string | undefined {
  let length = text.length;
  const parts: string[] = [];
  let from = 0;
  for (const { 0: code, index } of text.matchAll(coded)) {
    const phrase = phraseOf(code);
    if (phrase === undefined) return undefined;
    length += phrase.length - code.length;
    if (length > limit) return undefined;
    parts.push(text.slice(from, index), phrase);
    from = index + code.length;
  }
  return length > limit ? undefined : parts.join('') + text.slice(from);
}

const coded = /[\x00-\x1f][^]?/g;

function phraseOf(code: string): string | undefined {
  const lead = code.charCodeAt(0) - firstLead;
  const second = code.charCodeAt(1) - firstSecond;
  const known = lead >= 0 && lead < leads && second >= 0 && second < seconds;
  return known ? linkPhrases[lead * seconds + second] : undefined;
}
