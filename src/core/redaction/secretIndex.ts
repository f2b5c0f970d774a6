import { encodeBase64, utf8Bytes } from '../base64.ts';

/** A stretch of a text, and what stands there instead. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

interface Needle {
  readonly text: string;
  readonly replacement: string;
  /** whether the neighbouring base64 character holds bits of the secret, too */
  readonly before: 0 | 1;
  readonly after: 0 | 1;
}

/** Shorter texts are no secrets that could be told from ordinary words. */
export const shortestSecret = 8;

const base = 31;
/** `base` to the power of the window less one, in 32 bits. */
const leaving = Array.from({ length: shortestSecret - 1 }).reduce<number>(
  (power) => Math.imul(power, base),
  1,
);

/**
 * Finds many known texts in one pass (Rabin-Karp over a window of 8 characters), so that the cost does not grow with
 * the number of secrets that a long session has met.
 */
export class SecretIndex {
  readonly #needles = new Map<number, Needle[]>();
  readonly #mayMatch = new Uint8Array(65_536);

  /** Adds a secret: as it is, and as it reads within base64 and base64url at each of the three alignments. */
  add(secret: string, replacement: string): void {
    this.#addNeedle({ text: secret, replacement, before: 0, after: 0 });
    const bytes = utf8Bytes(secret);
    for (const shift of [0, 1, 2] as const) {
      const all = encodeBase64([...[0, 0, 0].slice(0, shift), ...bytes]);
      const whole = Math.floor(((shift + bytes.length) * 8) / 6);
      // Characters that also hold bits of what stands before or behind are not fixed.
      const text = all.slice(shift === 0 ? 0 : shift + 1, whole);
      const needle = { replacement, before: shift === 0 ? 0 : 1, after: whole < all.length ? 1 : 0 } as const;
      this.#addNeedle({ ...needle, text });
      this.#addNeedle({ ...needle, text: text.replaceAll('+', '-').replaceAll('/', '_') });
    }
  }

  /** Adds a part of a secret that gives it away by itself, for example a JWT's signature. */
  addPart(part: string, replacement: string): void {
    this.#addNeedle({ text: part, replacement, before: 0, after: 0 });
  }

  find(text: string): readonly Span[] {
    const spans: Span[] = [];
    if (text.length < shortestSecret || this.#needles.size === 0) return spans;
    let hash = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (index >= shortestSecret)
        hash = (hash - Math.imul(text.charCodeAt(index - shortestSecret), leaving)) | 0;
      hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0;
      if (index < shortestSecret - 1 || this.#mayMatch[slot(hash)] === 0) continue;
      const span = this.#longestAt(text, index - shortestSecret + 1, hash);
      if (span !== undefined) spans.push(span);
    }
    return spans;
  }

  #longestAt(text: string, start: number, hash: number): Span | undefined {
    // Needles are kept longest first.
    const needle = this.#needles.get(hash)?.find((each) => text.startsWith(each.text, start));
    if (needle === undefined) return undefined;
    const end = start + needle.text.length;
    return {
      start: start - (needle.before === 1 && isBase64(text.charAt(start - 1)) ? 1 : 0),
      end: end + (needle.after === 1 && isBase64(text.charAt(end)) ? 1 : 0),
      replacement: needle.replacement,
    };
  }

  #addNeedle(needle: Needle): void {
    if (needle.text.length < shortestSecret) return;
    const hash = hashOf(needle.text);
    const same = this.#needles.get(hash) ?? [];
    if (same.some((each) => each.text === needle.text)) return;
    same.push(needle);
    same.sort((one, other) => other.text.length - one.text.length);
    this.#needles.set(hash, same);
    this.#mayMatch[slot(hash)] = 1;
  }
}

/** Of the first eight characters. */
function hashOf(text: string): number {
  let hash = 0;
  for (let index = 0; index < shortestSecret; index += 1) {
    hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0;
  }
  return hash;
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff;
}

function isBase64(char: string): boolean {
  return /^[A-Za-z0-9+/_-]$/.test(char);
}
