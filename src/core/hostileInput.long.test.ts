import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { advise, diagnose, foresee } from './diagnosis/diagnose.ts';
import { connectionEntries } from './diagnosis/testing/connectionEntries.ts';
import { createRedactor } from './redaction.ts';
import { sdkView } from './sdk/sdkView.ts';
import { describe, levelOf } from './session/describe.ts';
import type { LogEntry } from './session/log.ts';
import { readReply } from './session/readReply.ts';
import { summarise } from './session/summarise.ts';
import { lintSdp } from './webrtc/lintSdp.ts';
import { serializeSdp, tokenizeSdp } from './webrtc/sdp.ts';
import { chromiumAnswer, chromiumOffer } from './webrtc/testing/chromiumSdp.ts';

/** Each of the four is given so many mutations: FUZZ_ROUNDS for fewer. A failure names its seed: FUZZ_SEED repeats it. */
const rounds = Number(process.env['FUZZ_ROUNDS'] ?? 10_000);
const seed = process.env['FUZZ_SEED'];
const parameters = { numRuns: rounds, ...(seed === undefined ? {} : { seed: Number(seed) }) };

/** Longer than any of them may take on a busy machine, ms: what hangs takes for ever. */
const patience = 2_000;

const canaries = {
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJkZXYifQ.CANARY0123456789abcdef0123456789abcdef01234',
  'api-key': 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7',
  'turn-credential': `cafecafe02${'5d'.repeat(27)}`,
  'turn-username': `cafecafe01${'7e'.repeat(27)}`,
  'ice-pwd': 'CANARYpwd/+0123456789abc',
} as const;
const secrets = Object.values(canaries);
/** As they are, and as they travel within other texts. */
const disguised = secrets.flatMap((secret) => [
  secret,
  encodeURIComponent(secret),
  btoa(secret),
  btoa(`user:${secret}`),
  JSON.stringify(`Bearer ${secret}`),
  secret.replaceAll('/', String.raw`\/`),
]);

const snippets = [
  '',
  '\0',
  '\r',
  '\n',
  '\r\n',
  '\\r\\n',
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  '<',
  '&',
  '%',
  '%00',
  '=',
  ':',
  ',',
  ' ',
  '\uD800',
  '\uFEFF',
  '\u2028',
  '9'.repeat(400),
  '-1',
  '1e999',
  'null',
  '__proto__',
  'a='.repeat(200),
  '['.repeat(2_000),
  '{"error":'.repeat(300),
  '<html>',
  'm=audio 0 RTP/AVP\r\n',
  'a=candidate:',
  'a=mid:\r\n',
  ...disguised,
]; // prettier-ignore

/** Where, how much and what: as fractions of the text's length, so that one edit suits every text. */
const edit = fc.record({
  how: fc.constantFrom('cut', 'double', 'move', 'end', 'insert', 'replace', 'quote'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  size: fc.double({ min: 0, max: 0.3, noNaN: true }),
  what: fc.oneof(fc.constantFrom(...snippets), fc.string({ unit: 'binary', maxLength: 40 })),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, { how, at, size, what }) => {
    const from = Math.floor(at * before.length);
    const to = Math.min(before.length, from + Math.ceil(size * before.length));
    const [head, middle, tail] = [before.slice(0, from), before.slice(from, to), before.slice(to)];
    switch (how) {
      case 'cut':
        return head + tail;
      case 'double':
        return head + middle + middle + tail;
      case 'move':
        return tail + middle + head;
      case 'end':
        return head;
      case 'insert':
        return head + what + middle + tail;
      case 'replace':
        return head + what + tail;
      case 'quote':
        return head + JSON.stringify(middle) + tail;
    }
  }, text);
}

const edits = fc.array(edit, { maxLength: 8 });
function mutated(texts: readonly string[]): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), edits).map(([text, all]) => mutate(text, all));
}

/** Runs a property, and fails where one round took longer than anybody would wait. */
function always<T>(values: fc.Arbitrary<T>, holds: (value: T) => void): void {
  const timed = fc.property(values, (value) => {
    const began = performance.now();
    holds(value);
    expect(performance.now() - began).toBeLessThan(patience);
  });
  fc.assert(timed, parameters);
}

const replies = [
  '{"error":{"message":"Ephemeral token expired or already consumed","type":"invalid_request_error","param":null,"code":"invalid_ephemeral_token"}}',
  '{"error":{"message":{"error":{"message":"Invalid API key","type":"invalid_request_error","param":null,"code":null}},"type":"x"}}',
  '{"detail":[{"type":"missing","loc":["query","email"],"msg":"Field required","input":null}]}',
  '{"error":"Failed to fetch ephemeral token: Unauthorized"}',
  '{"message":"{\\"error\\":{\\"message\\":\\"inner\\",\\"code\\":\\"x\\"}}","statusCode":500}',
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body><h1>502</h1></body></html>',
  'upstream connect error or disconnect/reset before headers',
  '',
];

test('no reply makes readReply throw or hang', () => {
  const contentType = fc.constantFrom(undefined, 'application/json', 'text/html', 'text/plain', '\0;=');
  always(fc.tuple(mutated(replies), contentType, fc.integer()), ([text, type, status]) => {
    expect(readReply({ status, contentType: type, text }).answeredBy).toBeTypeOf('string');
  });
});

test('no SDP makes the linter throw or hang, and the tokenizer gives back what it was given', () => {
  const sdp = mutated([chromiumOffer, chromiumAnswer, '']);
  always(fc.tuple(sdp, sdp), ([offer, answer]) => {
    expect(lintSdp({ offer, answer }).length).toBeLessThanOrEqual(200);
    expect(serializeSdp(tokenizeSdp(answer))).toBe(answer);
  });
});

const recorded = readFileSync(new URL('../../e2e/packaging/session.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n');
const lines = [
  ...recorded,
  ...connectionEntries.map((entry) => JSON.stringify({ at: 0, attempt: 1, ...entry })),
];
const hostileValue = fc.oneof(
  fc.constantFrom<unknown>(0, -1, Number.NaN, 1e308, '', true, ...snippets),
  fc.integer({ min: 100, max: 599 }),
);

/** One of the words that our own types allow; whoever reads a foreign log checks those first. */
function isWord(value: unknown): boolean {
  return typeof value === 'string' && /^[a-zA-Z#-]{1,32}$/.test(value);
}

/** The entry with the nth of its values, of those that are anybody's, replaced by another of the same type. */
function spoil(line: string, [nth, hostile]: readonly [number, unknown]): LogEntry {
  let count = 0;
  return JSON.parse(line, (_, value: unknown) => {
    if (typeof value === 'object' || isWord(value)) return value;
    count += 1;
    return count - 1 === nth && typeof hostile === typeof value ? hostile : value;
  }) as LogEntry;
}

/** A log as it could have come: entries are missing, doubled and out of order, and hold anything. */
const log = fc
  .array(fc.tuple(fc.constantFrom(...lines), fc.tuple(fc.nat({ max: 40 }), hostileValue)), { maxLength: 60 })
  .map((all) => all.map(([line, hostile], index) => ({ ...spoil(line, hostile), id: `e${index}` })));

test('no log makes what judges it throw or hang', () => {
  always(log, (entries) => {
    for (const judge of [diagnose, foresee, advise]) {
      for (const { evidence } of judge(entries)) {
        for (const { entry } of evidence) expect(entries.map(({ id }) => id)).toContain(entry);
      }
    }
    sdkView(entries);
    summarise(entries);
    for (const entry of entries) expect(describe(entry) + levelOf(entry)).not.toBe('');
  });
});

test('no canary survives the redactor, and redacting twice changes nothing', () => {
  const texts = [...replies, chromiumOffer, disguised.join(' '), JSON.stringify(canaries)];
  always(fc.tuple(mutated(texts), mutated(texts)), ([one, other]) => {
    const redactor = createRedactor();
    for (const [kind, secret] of Object.entries(canaries)) {
      redactor.name(kind as keyof typeof canaries, secret);
    }
    const redacted = redactor.redact({ one, nested: [{ other }], [other.slice(0, 200)]: 1 });
    const text = `${redacted.one}\n${redacted.nested[0]?.other}\n${Object.keys(redacted).join('\n')}`;
    for (const secret of [...secrets, ...secrets.map((each) => encodeURIComponent(each))]) {
      expect(text).not.toContain(secret);
    }
    expect(redactor.redact(redacted)).toEqual(redacted);
  });
});
