/** Where a JSON text is broken. */
export interface JsonFault {
  readonly kind: 'truncated' | 'malformed';
  /** from 0 */
  readonly offset: number;
  /** from 1 */
  readonly line: number;
  readonly column: number;
}

/**
 * Finds the first place at which a text stops being JSON (RFC 8259); `undefined` where it is JSON. One pass without
 * recursion: a text may nest a million deep.
 */
export function findJsonFault(text: string): JsonFault | undefined {
  const space = /[ \t\n\r]*/y;
  const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
  const beginning = /^(?:-?\d*\.?\d*(?:[eE][+-]?)?|t|tr|tru|f|fa|fal|fals|n|nu|nul)$/;
  const open: ('{' | '[')[] = [];
  let at = 0;
  const skip = () => {
    space.lastIndex = at;
    space.exec(text);
    at = space.lastIndex;
  };
  const fault = (offset: number): JsonFault => {
    const before = text.slice(0, offset);
    const line = before.split('\n').length;
    const kind = offset >= text.length ? 'truncated' : 'malformed';
    return { kind, offset, line, column: offset - (before.lastIndexOf('\n') + 1) + 1 };
  };
  /** After an opening quote: the position behind the closing one, or where it is broken. */
  const stringEnd = (from: number): { readonly end: number; readonly good: boolean } => {
    const plain = /[^"\\\u0000-\u001f]*/y;
    for (let position = from; ; ) {
      plain.lastIndex = position;
      plain.exec(text);
      position = plain.lastIndex;
      const char = text.charAt(position);
      if (char === '"') return { end: position + 1, good: true };
      if (char !== '\\') return { end: position, good: false };
      const rest = text.slice(position + 1, position + 6);
      // Of `\u00e9` the digits are plain.
      if (/^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.test(rest)) position += 2;
      else return { end: /^(?:u[0-9a-fA-F]{0,3})?$/.test(rest) ? text.length : position, good: false };
    }
  };
  let wants: 'value' | 'key' | 'value-or-end' | 'key-or-end' | 'comma-or-end' = 'value';
  for (;;) {
    skip();
    if (open.length === 0 && wants === 'comma-or-end') return at >= text.length ? undefined : fault(at);
    const char = text.charAt(at);
    const container = open.at(-1);
    if (wants === 'comma-or-end') {
      if (char === ',') wants = container === '{' ? 'key' : 'value';
      else if (char === (container === '{' ? '}' : ']')) open.pop();
      else return fault(at);
      at += 1;
      continue;
    }
    if ((wants === 'value-or-end' && char === ']') || (wants === 'key-or-end' && char === '}')) {
      open.pop();
      wants = 'comma-or-end';
      at += 1;
      continue;
    }
    if (wants === 'key' || wants === 'key-or-end') {
      if (char !== '"') return fault(at);
      const key = stringEnd(at + 1);
      if (!key.good) return fault(key.end);
      at = key.end;
      skip();
      if (text.charAt(at) !== ':') return fault(at);
      at += 1;
      wants = 'value';
      continue;
    }
    if (char === '{' || char === '[') {
      open.push(char);
      wants = char === '{' ? 'key-or-end' : 'value-or-end';
      at += 1;
    } else if (char === '"') {
      const string = stringEnd(at + 1);
      if (!string.good) return fault(string.end);
      at = string.end;
      wants = 'comma-or-end';
    } else {
      scalar.lastIndex = at;
      if (open.length > 0 && beginning.test(text.slice(at, at + 40))) return fault(text.length);
      if (!scalar.test(text)) return fault(at);
      at = scalar.lastIndex;
      wants = 'comma-or-end';
    }
  }
}
