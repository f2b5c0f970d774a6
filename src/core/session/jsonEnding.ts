/**
 * Where a text stops being JSON: `complete`, `truncated` (everything so far is right, but the end is missing) or
 * `malformed`. JSON.parse only says so in words that differ between browsers.
 */
export function jsonEnding(text: string): 'complete' | 'truncated' | 'malformed' {
  try {
    JSON.parse(text);
    return 'complete';
  } catch {
    return isBeginning(text) ? 'truncated' : 'malformed';
  }
}

type Expecting = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

const stringPart = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y;
const escapeBegun = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const numberPart = /-?(?:0|[1-9]\d*)?(?:\.\d*)?(?:[eE][+-]?\d*)?/y;
const wholeNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const blank = /[ \t\r\n]*/y;

/** Whether valid JSON could begin so. Iterative: foreign text may be nested without end. */
function isBeginning(text: string): boolean {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let position = 0;

  const skip = (pattern: RegExp): string => {
    pattern.lastIndex = position;
    const found = pattern.exec(text)?.[0] ?? '';
    position += found.length;
    return found;
  };
  const afterValue = (): Expecting => (open.length === 0 ? 'nothing' : 'comma-or-end');

  while (true) {
    skip(blank);
    const char = text[position];
    if (char === undefined) return true;
    // A whole value stands there and something follows it: that is no beginning of JSON.
    if (expecting === 'nothing') return false;
    const closes = char === '}' ? '{' : char === ']' ? '[' : undefined;
    if (closes !== undefined) {
      if (!expecting.endsWith('-end') || open.pop() !== closes) return false;
      position += 1;
      expecting = afterValue();
    } else if (expecting === 'colon') {
      if (char !== ':') return false;
      position += 1;
      expecting = 'value';
    } else if (expecting === 'comma-or-end') {
      if (char !== ',') return false;
      position += 1;
      expecting = open.at(-1) === '{' ? 'key' : 'value';
    } else if (char === '"') {
      skip(stringPart);
      if (position >= text.length || escapeBegun.test(text.slice(position))) return true;
      if (text[position] !== '"') return false;
      position += 1;
      expecting = expecting.startsWith('key') ? 'colon' : afterValue();
    } else if (expecting === 'key' || expecting === 'key-or-end') {
      return false;
    } else if (char === '{' || char === '[') {
      open.push(char);
      position += 1;
      expecting = char === '{' ? 'key-or-end' : 'value-or-end';
    } else {
      const rest = text.slice(position, position + 5);
      const word = ['true', 'false', 'null'].find((each) => rest.startsWith(each) || each.startsWith(rest));
      if (word !== undefined) position += word.length;
      else {
        const number = skip(numberPart);
        // At the end of the text it may be cut off.
        if (position < text.length && !wholeNumber.test(number)) return false;
      }
      expecting = afterValue();
    }
  }
}
