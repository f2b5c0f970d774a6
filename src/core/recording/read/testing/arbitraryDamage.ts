import * as fc from 'fast-check';

/** What damage looks like: cut off, changed, repeated, swapped, or made of what parsers stumble over. */
const snippets = [
  '',
  '"',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\u0000',
  '\u0000',
  '\uD800',
  'null',
  '-1',
  '1e999',
  '__proto__',
  'constructor',
  '<script>',
  '\n',
  '\r\n',
  '🦄',
  '9'.repeat(400),
  '[['.repeat(300),
];

/** The text with some damage. */
export function mutated(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length });
  const change = fc.record({
    from: place,
    length: fc.nat({ max: 60 }),
    snippet: fc.oneof(fc.constantFrom(...snippets), fc.string({ maxLength: 12 })),
    copied: fc.boolean(),
  });
  const damaged = fc.array(change, { minLength: 1, maxLength: 4 }).map((changes) =>
    changes.reduce((now, { from, length, snippet, copied }) => {
      const insert = copied ? now.slice(from, from + length) + snippet : snippet;
      return now.slice(0, from) + insert + now.slice(from + (copied ? 0 : length));
    }, text),
  );
  return fc.oneof(
    damaged,
    place.map((end) => text.slice(0, end)),
    fc.tuple(place, damaged).map(([end, whole]) => whole.slice(0, end)),
  );
}
