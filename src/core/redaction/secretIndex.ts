import { decodeBase64Bytes, encodeBase64, utf8Bytes } from '../base64.ts';
import { base64Decoders, type Decoder, textOr } from './views.ts';

/** A stretch of a text, and what stands there instead. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A stretch that gives this secret away. */
export interface Sighting extends Span {
  readonly secret: string;
}

/** Finds known secrets in a text. */
export interface SecretFinder {
  add(secret: string, replacement: string, parts?: readonly string[]): void;
  remove(secret: string): void;
  find(text: string): readonly Sighting[];
  /** what else it decodes to look for them there */
  readonly opaque: readonly Decoder[];
  /** texts that were compared so far, for tests of the cost */
  readonly compared: number;
}

/** A text that gives a secret away: the secret, a part of it, or what of its base64 is fixed. */
interface Needle {
  readonly secret: string;
  readonly replacement: string;
  readonly length: number;
  readonly text: string;
  /** how many bytes of a group of three stand before the text; undefined where it stands as it is */
  readonly shift?: Shift;
  /** it stands there as hexadecimal digits, two for each byte */
  readonly hex?: true;
  /** whether the neighbouring base64 character holds bits of the secret, too */
  readonly before: 0 | 1;
  readonly after: 0 | 1;
}

type Shift = 0 | 1 | 2;

/** Where a needle is looked for: at its window of characters `offset` on from its beginning. */
interface Anchored {
  readonly needle: Needle;
  readonly offset: number;
}

/** Shorter texts are no secrets that could be told from ordinary words. */
export const shortestSecret = 8;

const base = 31;
/** `base` to the power of the window less one, in 32 bits: 31 to the 7th. */
const leaving = 27_512_614_111 | 0;

/**
 * Secrets of one maker share their beginning, some their end: these windows of a needle are tried, as parts of the way
 * from its first to its last.
 */
const windowsTried = [1, 0.8, 0.6, 0.4, 0.2, 0] as const;

const hexDecoder: Decoder = {
  pattern: /(?:[0-9a-f]{2}){8,}/gi,
  decode: (unit) =>
    textOr(
      unit,
      unit.replace(/../g, (digits) => String.fromCharCode(Number.parseInt(digits, 16))),
    ),
  scale: 2,
};

/**
 * Finds many known texts in one pass (Rabin-Karp over a window of 8 characters), so that the cost does not grow with
 * the number of secrets that a long session has met. Of the encoded forms it keeps where to look, not the text.
 */
export class SecretIndex implements SecretFinder {
  readonly #buckets = new Map<number, Anchored[]>();
  readonly #hashes = new Map<string, number[]>();
  /** how many hashes there are in each slot: most windows are done after this */
  readonly #mayMatch = new Uint16Array(65_536);
  #compared = 0;
  readonly opaque = [...base64Decoders(bytesOfBase64), hexDecoder];

  /** Needles that were compared with a text so far, for tests of the cost. */
  get compared(): number {
    return this.#compared;
  }

  /**
   * Adds a secret: as it is, as it reads within base64 and base64url at each of the three alignments, in hexadecimal
   * digits, and those parts of it that give it away by themselves, for example a JWT's signature.
   */
  add(secret: string, replacement: string, parts: readonly string[] = []): void {
    if (this.#hashes.has(secret)) return;
    this.#hashes.set(secret, []);
    for (const text of [secret, ...parts]) {
      const needle = { secret, replacement, text, length: text.length, before: 0, after: 0 } as const;
      this.#anchor(needle, (offset) => text.slice(offset, offset + shortestSecret));
    }
    const bytes = utf8Bytes(secret);
    const digits = { secret, replacement, text: secret, hex: true, before: 0, after: 0 } as const;
    this.#anchor({ ...digits, length: bytes.length * 2 }, (offset) =>
      inHex(bytes.slice(offset >> 1, (offset >> 1) + shortestSecret)).slice(offset & 1),
    );
    for (const shift of [0, 1, 2] as const) {
      const bits = (shift + bytes.length) * 8;
      const first = firstFixed(shift);
      const length = Math.floor(bits / 6) - first;
      const [before, after] = [shift === 0 ? 0 : 1, bits % 6 === 0 ? 0 : 1] as const;
      this.#anchor({ secret, replacement, text: secret, shift, length, before, after }, (offset) =>
        inBase64(bytes, shift, first + offset, first + offset + shortestSecret),
      );
    }
  }

  /** The secret is no longer looked for. */
  remove(secret: string): void {
    for (const hash of this.#hashes.get(secret) ?? []) {
      const left = this.#buckets.get(hash)?.filter(({ needle }) => needle.secret !== secret);
      if (left === undefined) continue;
      if (left.length > 0) this.#buckets.set(hash, left);
      else {
        this.#buckets.delete(hash);
        this.#count(hash, -1);
      }
    }
    this.#hashes.delete(secret);
  }

  /** Of what begins at the same place, the longest. */
  find(text: string): readonly Sighting[] {
    const found = new Map<number, Sighting>();
    if (this.#buckets.size === 0) return [];
    let hash = 0;
    for (let index = 0; index < text.length; index += 1) {
      if (index >= shortestSecret)
        hash = (hash - Math.imul(text.charCodeAt(index - shortestSecret), leaving)) | 0;
      hash = (Math.imul(hash, base) + text.charCodeAt(index)) | 0;
      if (this.#mayMatch[slot(hash)] === 0) continue;
      for (const anchored of this.#buckets.get(hash) ?? []) {
        const sighting = this.#match(text, index - shortestSecret + 1, anchored);
        if (sighting === undefined) continue;
        const other = found.get(sighting.start);
        if (other === undefined || other.end < sighting.end) found.set(sighting.start, sighting);
      }
    }
    return [...found.values()];
  }

  #match(text: string, window: number, { needle, offset }: Anchored): Sighting | undefined {
    const start = window - offset;
    const end = start + needle.length;
    if (start < 0 || end > text.length) return undefined;
    this.#compared += 1;
    const there = text.slice(start, end);
    if (!isNeedle(there, needle)) return undefined;
    return {
      start: start - (needle.before === 1 && isBase64(text.charAt(start - 1)) ? 1 : 0),
      end: end + (needle.after === 1 && isBase64(text.charAt(end)) ? 1 : 0),
      replacement: needle.replacement,
      secret: needle.secret,
    };
  }

  /** Hashes the window that the fewest others share, the last one first: that is where secrets differ. */
  #anchor(needle: Needle, windowAt: (offset: number) => string): void {
    const last = needle.length - shortestSecret;
    if (last < 0) return;
    let best = { offset: last, window: '', shared: Number.POSITIVE_INFINITY };
    for (const part of windowsTried) {
      const offset = Math.round(last * part);
      const window = windowAt(offset);
      const shared = this.#buckets.get(hashOf(window))?.length ?? 0;
      if (shared < best.shared) best = { offset, window, shared };
      if (best.shared === 0) break;
    }
    const { offset, window } = best;
    this.#put(hashOf(window), { needle, offset });
    const capitals = window.toUpperCase();
    if (needle.hex && capitals !== window) this.#put(hashOf(capitals), { needle, offset });
    const urlSafe = window.replaceAll('+', '-').replaceAll('/', '_');
    if (needle.shift !== undefined && urlSafe !== window) this.#put(hashOf(urlSafe), { needle, offset });
  }

  #put(hash: number, anchored: Anchored): void {
    const bucket = this.#buckets.get(hash);
    if (bucket === undefined) {
      this.#buckets.set(hash, [anchored]);
      this.#count(hash, 1);
    } else bucket.push(anchored);
    this.#hashes.get(anchored.needle.secret)?.push(hash);
  }

  #count(hash: number, change: 1 | -1): void {
    this.#mayMatch[slot(hash)] = (this.#mayMatch[slot(hash)] ?? 0) + change;
  }
}

function isNeedle(there: string, { text, shift, hex, length }: Needle): boolean {
  if (hex) return there.toLowerCase() === inHex(utf8Bytes(text));
  if (shift === undefined) return there === text;
  const first = firstFixed(shift);
  const encoded = inBase64(utf8Bytes(text), shift, first, first + length);
  return there.replaceAll('-', '+').replaceAll('_', '/') === encoded;
}

/** Characters that also hold bits of what stands before are not fixed. */
function firstFixed(shift: Shift): number {
  return shift === 0 ? 0 : shift + 1;
}

/** Characters `begin` to `end` of the base64 of `shift` other bytes and these. */
function inBase64(bytes: readonly number[], shift: Shift, begin: number, end: number): string {
  const group = Math.floor(begin / 4);
  const others = group === 0 ? [0, 0].slice(0, shift) : [];
  const from = Math.max(0, group * 3 - shift);
  const piece = encodeBase64([...others, ...bytes.slice(from, Math.ceil(end / 4) * 3)]);
  return piece.slice(begin - group * 4).slice(0, end - begin);
}

function inHex(bytes: readonly number[]): string {
  return bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Of a window: of its first characters, where there are more. */
function hashOf(window: string): number {
  let hash = 0;
  for (let index = 0; index < shortestSecret; index += 1) {
    hash = (Math.imul(hash, base) + window.charCodeAt(index)) | 0;
  }
  return hash;
}

function slot(hash: number): number {
  return (hash ^ (hash >>> 16)) & 0xffff;
}

export function isBase64(char: string): boolean {
  return /[A-Za-z0-9+/_-]/.test(char);
}

function bytesOfBase64(text: string): string {
  return Array.from(decodeBase64Bytes(text) ?? [], (byte) => String.fromCharCode(byte)).join('');
}
