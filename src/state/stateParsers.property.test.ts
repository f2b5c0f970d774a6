import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDeepLink } from './deepLink.ts';
import { defaultKeys, readKeys, writeKeys } from './shortcutKeys.ts';

const name = fc.oneof(
  fc.constantFrom(
    'target',
    'scenario',
    'run',
    'select',
    'docs',
    'realtime',
    'limit.token',
    'limit.',
    'route',
  ),
  fc.constantFrom('modalities', 'temperature', 'iceTransportPolicy', '__proto__', 'constructor', 'toString'),
  fc.string({ maxLength: 6 }),
);
const text = fc.oneof(
  fc.constantFrom('live', 'all', 'token', 'e12', '1e999', '-1', 'NaN', '', 'audio,,video', '1'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

test('any query is a link: what is of no use in it is named, and nothing else', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(name, text), { maxLength: 8 }), (pairs) => {
      const { problems, ...link } = parseDeepLink(new URLSearchParams(pairs));
      for (const problem of problems)
        expect(problem).toMatch(/^The link's parameter “[^]*” was ignored: [^]+/);
      expect(problems.length).toBeLessThanOrEqual(pairs.length);
      for (const limit of Object.values(link.limits ?? {})) expect(limit).toBeGreaterThan(0);
      expect(Object.getPrototypeOf(link.settings ?? {})).toBe(Object.prototype);
    }),
  );
});

test('a secret in a query is never read, whatever its letters', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('apiKey', 'APIKEY', 'token', 'ephemeralToken', 'credential'),
      fc.stringMatching(/^[a-z0-9]{12,20}$/),
      (key, secret) => {
        const link = parseDeepLink(new URLSearchParams([[key, secret]]));
        expect(JSON.stringify({ ...link, problems: [] })).not.toContain(secret);
      },
    ),
  );
});

test('stored keys are eight different ones, or the usual', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(' ', '.', ...'abcdefghijklmnop'.split('')),
        minLength: 7,
        maxLength: 9,
      }),
      (stored) => {
        const keys = writeKeys(readKeys(stored));
        expect([stored, writeKeys(defaultKeys)]).toContain(keys);
        expect(new Set(keys.replace(' ', '')).size).toBe(8);
      },
    ),
  );
});
