import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from '../redaction.ts';

const apiKey = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';
const jwt =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI2OGRhNjM3YSIsImV4cCI6MTc2Mjg2MTc4M30.Zm9vYmFyQ0FOQVJZc2lnbmF0dXJl';
const credential = 'cafe0123456789abcdefcafe0123456789abcdefcafe0123456789abcdef0123';
const icePwd = 'aB3+dE5/gH7iJ9kL1mN3oP5q';
const secrets = [apiKey, jwt, credential, icePwd];

function redactorOfAll() {
  const redactor = createRedactor();
  redactor.name('api-key', apiKey);
  redactor.name('token', jwt);
  redactor.name('turn-credential', credential);
  redactor.name('ice-pwd', icePwd);
  return redactor;
}

const encodings: Readonly<Record<string, (text: string) => string>> = {
  header: (text) => `authorization: Bearer ${text}`,
  json: (text) => JSON.stringify({ some: text }),
  url: (text) => `https://a.test/p?q=${encodeURIComponent(text)}&b=1`,
  path: (text) => `https://a.test/v1/${encodeURIComponent(text)}`,
  percent: (text) => encodeURIComponent(text),
  'percent throughout': (text) =>
    [...text].map((char) => `%${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join(''),
  base64: (text) => Buffer.from(text).toString('base64'),
  base64url: (text) => Buffer.from(text).toString('base64url'),
  hex: (text) => Buffer.from(text).toString('hex'),
};

test.each([
  ['base64 in base64', ['base64', 'base64']],
  ['base64url in base64url in base64url', ['base64url', 'base64url', 'base64url']],
  ['JSON in base64 in JSON', ['json', 'base64', 'json']],
  ['percent-encoded in base64', ['percent throughout', 'base64']],
  ['percent-encoded twice', ['percent throughout', 'percent']],
  ['percent-encoded twice in base64', ['percent', 'percent', 'base64']],
  ['base64 in base64 in the query of a URL', ['base64', 'base64', 'url']],
  ['base64url in base64url in the path of a URL', ['base64url', 'base64url', 'path']],
  ['base64 in hexadecimal digits', ['base64', 'hex']],
  ['hexadecimal digits in base64', ['hex', 'base64']],
  ['hexadecimal digits in hexadecimal digits', ['hex', 'hex']],
])('a named secret does not survive as %s', (_, how) => {
  for (const secret of secrets) {
    const written = how.reduce((text, name) => encodings[name]?.(text) ?? '', secret);
    expect(reads(written, secret), `${secret} as ${how.join()} can be read at all`).toBe(true);
    expect(reads(redactorOfAll().redact(written), secret)).toBe(false);
  }
});

test('in whatever order three encodings are nested, and wherever in an entry, no named secret survives', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...secrets),
      fc.array(fc.constantFrom(...Object.keys(encodings)), { maxLength: 3 }),
      fc.constantFrom('text', 'header', 'member', 'list', 'name'),
      (secret, how, place) => {
        const text = how.reduce((inner, name) => encodings[name]?.(inner) ?? '', secret);
        const entry = {
          text,
          header: { headers: { 'x-note': `see ${text}` } },
          member: { body: `{"deep":${JSON.stringify({ deeper: text })}}` },
          list: [[[text]]],
          name: { [text]: 1 },
        }[place];
        expect(reads(JSON.stringify(redactorOfAll().redact(entry)), secret)).toBe(false);
      },
    ),
    { numRuns: 60 },
  );
});

test('what stands beside it in the same base64 stays', () => {
  const inner = Buffer.from(`user=ann&key=${apiKey}&room=7`).toString('base64');
  const outer = Buffer.from(`before ${inner} behind`).toString('base64');
  const left = redactorOfAll().redact(`see ${outer} here`);
  expect(left).toMatch(/^see \S+ here$/);
  expect(Buffer.from(left.slice(4).split('api-key#1')[0] ?? '', 'base64').toString()).toMatch(
    /^before dXNlcj1hbm4/,
  );
});

test('what is base64 of no text, or of none that is secret, stays as it is', () => {
  const { redact } = redactorOfAll();
  const picture = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82]).toString(
    'base64',
  );
  const note = Buffer.from('nothing here is secret, not even the word Bearer').toString('base64');
  expect(redact({ picture, note })).toEqual({ picture, note });
});

/** Whether a reader who decodes what can be decoded finds 12 characters of the secret in a row. */
function reads(text: string, secret: string, depth = 5): boolean {
  for (const at of [0, Math.floor(secret.length / 2) - 6, secret.length - 12]) {
    if (text.includes(secret.slice(at, at + 12))) return true;
  }
  if (depth === 0) return false;
  const unescaped = [
    text.replace(/\\(.)/g, '$1'),
    text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  ];
  const runs = [
    ...(text.match(/[A-Za-z0-9+/]{12,}|[\w-]{12,}/g) ?? []).flatMap((run) =>
      [0, 1, 2, 3].map((skipped) => Buffer.from(run.slice(skipped), 'base64').toString('latin1')),
    ),
    ...(text.match(/[0-9a-f]{16,}/gi) ?? []).flatMap((run) =>
      [0, 1].map((skipped) => Buffer.from(run.slice(skipped), 'hex').toString('latin1')),
    ),
  ].filter((read) => /[\w%+/=-]{12}/.test(read));
  return [...unescaped.filter((other) => other !== text), ...runs].some((read) =>
    reads(read, secret, depth - 1),
  );
}
