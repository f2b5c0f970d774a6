/** A text as it reads once decoded; a position in it leads back to the original. */
export interface View {
  readonly text: string;
  /** Some of it stood in base64 or hexadecimal digits, where only what is known to be a secret is looked for. */
  readonly opaque: boolean;
  /** Position in the original of the character at this position of the view. */
  readonly toRaw: (position: number) => number;
}

/** A view per way of decoding, and per order of ways, is enough for what is met; this bounds what is made up. */
const mostViews = 12;

/**
 * The text itself, and as it reads when percent-encoding, JSON escapes and HTML entities are undone, and what is
 * `opaque` to a reader, also one inside the other (JSON in a string in JSON).
 */
export function viewsOf(text: string, opaque: readonly Decoder[]): readonly View[] {
  const decoders = [...escapes, ...opaque];
  const views: View[] = [{ text, opaque: false, toRaw: (position) => position }];
  const seen = new Set([text]);
  // Those that are added are decoded in their turn.
  for (const view of views) {
    for (const decoder of decoders) {
      if (views.length >= mostViews) break;
      const next = decoded(view, decoder);
      if (!seen.has(next.text)) views.push(next);
      seen.add(next.text);
    }
  }
  return views;
}

export interface Decoder {
  readonly pattern: RegExp;
  /** the unit itself where it stands for nothing else */
  readonly decode: (unit: string) => string;
  /** of what is opaque: characters of the unit for one of the text; 0 where the unit is one character */
  readonly scale?: number;
  /** after so many characters of the text a place in the unit is exact; else 1 */
  readonly step?: number;
}

const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

const escapes: readonly Decoder[] = [
  {
    pattern: /\\(?:u[0-9a-fA-F]{4}|["'\\/bfnrt])/g,
    // JavaScript has one more than JSON.
    decode: (unit) => (unit === "\\'" ? "'" : String(JSON.parse(`"${unit}"`))),
  },
  {
    // One character each: ASCII, or a UTF-8 sequence of two to four bytes.
    pattern:
      /%[0-7][0-9a-f]|%[cd][0-9a-f]%[89ab][0-9a-f]|%e[0-9a-f](?:%[89ab][0-9a-f]){2}|%f[0-7](?:%[89ab][0-9a-f]){3}/gi,
    decode: (unit) => {
      try {
        return decodeURIComponent(unit);
      } catch {
        return unit;
      }
    },
  },
  {
    pattern: /&(?:quot|amp|lt|gt|apos|#\d{1,5}|#x[0-9a-f]{1,4});/gi,
    decode: (unit) => {
      const name = unit.slice(1, -1).toLowerCase();
      // `#43` or `#x2b`
      if (name.startsWith('#')) return String.fromCharCode(Number(`0${name.slice(1)}`));
      return entities[name] ?? '';
    },
  },
];

/** `bytesOf`: what base64 or base64url stands for, a character for each byte. */
export function base64Decoders(bytesOf: (text: string) => string): readonly Decoder[] {
  // The last character of a group of one says nothing.
  const decode = (unit: string) => textOr(unit, bytesOf(unit.length % 4 === 1 ? unit.slice(0, -1) : unit));
  // Apart: in a path the one is delimited by what belongs to the other.
  return [/[A-Za-z0-9+/]{12,}/g, /[\w-]{12,}/g].map((pattern) => ({
    pattern,
    decode,
    scale: 4 / 3,
    step: 3,
  }));
}

/** As bytes of UTF-8: control characters and what is out of place. What is random has some, but for one in a hundred. */
const noText = /[^\s -~\x80-\xf4]|[\xc0-\xf4](?![\x80-\xbf])/;

/** What was decoded where it is a text, else what it was decoded from. */
export function textOr(unit: string, decodedUnit: string): string {
  return noText.test(decodedUnit) ? unit : decodedUnit;
}

function decoded(view: View, { pattern, decode, scale = 0, step = 1 }: Decoder): View {
  const pieces: string[] = [];
  // Where a stretch that maps one to one begins: in the decoded text, and in the view.
  const starts: number[] = [0];
  const sources: number[] = [0];
  let length = 0;
  let end = 0;
  for (const match of view.text.matchAll(pattern)) {
    const unit = match[0];
    const plain = decode(unit);
    if (plain === unit) continue;
    pieces.push(view.text.slice(end, match.index), plain);
    length += match.index - end;
    for (let index = 0; index < plain.length; index += step) {
      starts.push(length + index);
      sources.push(match.index + index * scale);
    }
    length += plain.length;
    end = match.index + unit.length;
    starts.push(length);
    sources.push(end);
  }
  pieces.push(view.text.slice(end));

  const toView = (position: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return (sources[low] ?? 0) + position - (starts[low] ?? 0);
  };
  return {
    text: pieces.join(''),
    opaque: view.opaque || scale > 0,
    toRaw: (position) => view.toRaw(toView(position)),
  };
}
