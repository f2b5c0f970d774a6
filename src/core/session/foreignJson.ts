/** How deep values may stand inside each other, and how many are looked at in all. */
export const deepest = 8;
const mostValues = 10_000;
const longestText = 2_000;

/** An object of somebody else's JSON. */
export type Json = Readonly<Record<string, unknown>>;

/** Every value within, breadth first, JSON inside strings included; bounded in depth and number. */
export function* walk(root: unknown): Generator {
  let level: unknown[] = [root];
  let left = mostValues;
  for (let depth = 0; depth <= deepest; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      left -= 1;
      if (left < 0) return;
      yield value;
      if (typeof value === 'string') {
        const held = heldBy(value);
        if (held !== undefined) next.push(held);
      } else if (typeof value === 'object' && value !== null) {
        for (const member of Object.values(value)) {
          if (next.length >= mostValues) break;
          next.push(member);
        }
      }
    }
    level = next;
  }
}

/** The object or array that a member holds, also as JSON text. */
export function heldBy(value: unknown): unknown {
  if (typeof value === 'object' && value !== null) return value;
  if (typeof value !== 'string' || !/^\s*["{[]/.test(value)) return undefined;
  const inner = parseJson(value)?.value;
  // What begins so is an object or an array, if it is no text.
  if (typeof inner !== 'string') return inner;
  const again = parseJson(inner)?.value;
  return typeof again === 'object' && again !== null ? again : undefined;
}

/** A member that should be a text, leniently; never JSON of its own. */
export function asText(value: unknown): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value.slice(0, longestText);
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === 'string')) {
    return value.join('; ').slice(0, longestText);
  }
  return undefined;
}

/** The value of a JSON text, wrapped, because it may be anything; `undefined` where the text is no JSON. */
export function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
