/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

const member = /"detail"\s*:\s*\[/g;
/** A JSON string, also one whose end is missing. */
const stringToken = /"(?:[^"\\]|\\[\s\S])*"?/y;

/**
 * Where the `input` members of a FastAPI `detail` array stand in a JSON text, with the comma that goes with them: they
 * echo what the caller sent. Works on a text that ends early.
 */
export function detailInputs(text: string): readonly Stretch[] {
  if (!text.includes('"input"')) return [];
  return [...text.matchAll(member)].flatMap((match) => inputsFrom(text, match.index + match[0].length));
}

function inputsFrom(text: string, begin: number): readonly Stretch[] {
  const found: Stretch[] = [];
  let depth = 1;
  let position = begin;
  let comma = -1;
  while (position < text.length && depth > 0) {
    const char = text.charAt(position);
    if (char === '"') {
      const end = skipString(text, position);
      const isInput = depth === 2 && text.slice(position, end) === '"input"';
      const colon = isInput ? skipBlank(text, end) : end;
      if (isInput && text.charAt(colon) === ':') {
        const valueEnd = skipValue(text, skipBlank(text, colon + 1));
        const next = skipBlank(text, valueEnd);
        if (comma >= 0) found.push({ start: comma, end: valueEnd });
        else found.push({ start: position, end: text.charAt(next) === ',' ? next + 1 : valueEnd });
        position = comma < 0 && text.charAt(next) === ',' ? next + 1 : valueEnd;
        continue;
      }
      position = end;
      continue;
    }
    if (char === '{' || char === '[') {
      depth += 1;
      comma = -1;
    } else if (char === '}' || char === ']') depth -= 1;
    else if (char === ',') comma = position;
    position += 1;
  }
  return found;
}

function skipValue(text: string, begin: number): number {
  const first = text.charAt(begin);
  if (first === '"') return skipString(text, begin);
  let position = begin;
  let depth = 0;
  while (position < text.length) {
    const char = text.charAt(position);
    if (char === '"') {
      position = skipString(text, position);
      continue;
    }
    if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') {
      if (depth === 0) return position;
      depth -= 1;
      if (depth === 0) return position + 1;
    } else if (depth === 0 && (char === ',' || /\s/.test(char))) return position;
    position += 1;
  }
  return position;
}

function skipString(text: string, begin: number): number {
  stringToken.lastIndex = begin;
  return begin + (stringToken.exec(text)?.[0].length ?? 1);
}

function skipBlank(text: string, begin: number): number {
  let position = begin;
  while (/\s/.test(text.charAt(position))) position += 1;
  return position;
}
