/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** An array or object that is open where the scan stands. */
interface Container {
  readonly kind: 'detail' | 'item' | 'other';
  /** where the last comma directly inside stands, -1 before the first */
  comma: number;
}

const member = /"detail"\s*:\s*(?=\[)/g;
/** A JSON string, also one whose end is missing. */
const stringToken = /"(?:[^"\\]|\\[\s\S])*"?/y;
const blankToken = /\s*/y;

/**
 * Where the `input` members of FastAPI `detail` arrays stand in a JSON text, with the comma that goes with them: they
 * echo what the caller sent. Works on a text that ends early; linear in its length.
 */
export function detailInputs(text: string): readonly Stretch[] {
  const found: Stretch[] = [];
  if (!text.includes('"input"')) return found;
  member.lastIndex = 0;
  for (let match = member.exec(text); match !== null; match = member.exec(text)) {
    member.lastIndex = scanDetail(text, match.index + match[0].length, found);
  }
  return found;
}

/** Scans one array with all that is in it; returns where it ended. */
function scanDetail(text: string, begin: number, found: Stretch[]): number {
  const open: Container[] = [];
  let position = begin;
  let key = 'detail';
  do {
    const char = text.charAt(position);
    const inside = open.at(-1);
    if (char === '"') {
      const end = skip(stringToken, text, position);
      const colon = skip(blankToken, text, end);
      const isKey = text.charAt(colon) === ':';
      key = isKey ? text.slice(position + 1, end - 1) : '';
      if (isKey && key === 'input' && inside?.kind === 'item') {
        const valueEnd = skipValue(text, skip(blankToken, text, colon + 1));
        const next = skip(blankToken, text, valueEnd);
        const last = inside.comma < 0 && text.charAt(next) === ',' ? next + 1 : valueEnd;
        found.push({ start: inside.comma < 0 ? position : inside.comma, end: last });
        position = last;
      } else {
        position = isKey ? colon + 1 : end;
      }
      continue;
    }
    if (char === '[') open.push({ kind: key === 'detail' ? 'detail' : 'other', comma: -1 });
    else if (char === '{') open.push({ kind: inside?.kind === 'detail' ? 'item' : 'other', comma: -1 });
    else if (char === ']' || char === '}') open.pop();
    else if (char === ',' && inside !== undefined) inside.comma = position;
    if (!/\s/.test(char)) key = '';
    position += 1;
  } while (open.length > 0 && position < text.length);
  return position;
}

function skipValue(text: string, begin: number): number {
  let position = begin;
  let depth = 0;
  while (position < text.length) {
    const char = text.charAt(position);
    if (char === '"') position = skip(stringToken, text, position) - 1;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth < 0 || (depth === 0 && (char === ',' || /\s/.test(char)))) return position;
    position += 1;
  }
  return position;
}

function skip(token: RegExp, text: string, begin: number): number {
  token.lastIndex = begin;
  return begin + (token.exec(text)?.[0].length ?? 0);
}
