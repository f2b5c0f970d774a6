/** A text as it reads once decoded; a position in it leads back to the original. */
export interface View {
  readonly text: string;
  /** Position in the original of the character at this position of the view. */
  readonly toRaw: (position: number) => number;
}

/** A view per way of decoding, and per order of ways, is enough for what is met; this bounds what is made up. */
const mostViews = 8;

/**
 * The text itself, and as it reads when percent-encoding, JSON escapes and HTML entities are undone, also one inside
 * the other (JSON in a string in JSON).
 */
export function viewsOf(text: string): readonly View[] {
  const views: View[] = [{ text, toRaw: (position) => position }];
  const seen = new Set([text]);
  for (let index = 0; index < views.length; index += 1) {
    const view = views[index];
    if (view === undefined) break;
    for (const { sign, pattern, decode } of decoders) {
      if (views.length >= mostViews || !view.text.includes(sign)) continue;
      const next = decoded(view, pattern, decode);
      if (next === undefined || seen.has(next.text)) continue;
      seen.add(next.text);
      views.push(next);
    }
  }
  return views;
}

interface Decoder {
  /** cheap test for whether there is anything to decode */
  readonly sign: string;
  readonly pattern: RegExp;
  readonly decode: (unit: string) => string;
}

const jsonEscapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const entities: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" };

const decoders: readonly Decoder[] = [
  {
    sign: '\\',
    pattern: /\\(?:u[0-9a-fA-F]{4}|["'\\/bfnrt])/g,
    decode: (unit) =>
      unit.length > 2
        ? String.fromCharCode(Number.parseInt(unit.slice(2), 16))
        : (jsonEscapes[unit.charAt(1)] ?? unit.charAt(1)),
  },
  {
    sign: '%',
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
    sign: '&',
    pattern: /&(?:quot|amp|lt|gt|apos|#\d{1,5}|#x[0-9a-f]{1,4});/gi,
    decode: (unit) => {
      const name = unit.slice(1, -1).toLowerCase();
      if (name.startsWith('#x')) return String.fromCharCode(Number.parseInt(name.slice(2), 16));
      if (name.startsWith('#')) return String.fromCharCode(Number(name.slice(1)));
      return entities[name] ?? unit;
    },
  },
];

function decoded(view: View, pattern: RegExp, decode: Decoder['decode']): View | undefined {
  const pieces: string[] = [];
  // Where a stretch that maps one to one begins: in the decoded text, and in the view.
  const starts: number[] = [0];
  const sources: number[] = [0];
  let length = 0;
  let end = 0;
  for (const match of view.text.matchAll(pattern)) {
    const unit = match[0];
    const plain = decode(unit);
    pieces.push(view.text.slice(end, match.index), plain);
    length += match.index - end;
    for (let index = 0; index < plain.length; index += 1) {
      starts.push(length + index);
      sources.push(match.index);
    }
    length += plain.length;
    end = match.index + unit.length;
    starts.push(length);
    sources.push(end);
  }
  if (pieces.length === 0) return undefined;
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
  return { text: pieces.join(''), toRaw: (position) => view.toRaw(toView(position)) };
}
