import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sdkView } from '../sdk/sdkView.ts';
import type { RestFailure } from '../session/failure.ts';
import type { CredentialFacts, Endpoint, LogEntry } from '../session/log.ts';
import type { ReplyReading } from '../session/reply.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';
import { diagnose } from './diagnose.ts';
import { ended, type Literal, logOf, request, response, restError } from './testing/literalLog.ts';

const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom(
    'Failed to fetch ephemeral token: Unauthorized',
    'Failed to fetch ICE servers: ',
    'Failed to get session config: fetch failed',
    'Failed to get session config: ',
    'API key is required',
    'User not found.',
    'Invalid SDP offer',
  ),
);
const status = fc.oneof(fc.integer({ min: 100, max: 599 }), fc.constantFrom(0, 401, 403, 404, 422, 500, 999));
const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const reading: fc.Arbitrary<ReplyReading> = fc
  .record({
    format: fc.constantFrom(
      'envelope',
      'detail',
      'sdk-text',
      'json',
      'html',
      'text',
      'empty',
      'malformed-json',
    ),
    answeredBy: fc.constantFrom('orga', 'backend', 'unknown'),
    type: optional(text),
    code: optional(fc.oneof(text, fc.constant('invalid_ephemeral_token'))),
    param: optional(text),
    message: optional(text),
    detail: optional(
      fc.array(
        fc.record({
          type: fc.constantFrom('missing', 'json_invalid', 'x'),
          loc: fc.array(fc.oneof(fc.constantFrom('body', 'offer', 'email'), fc.nat())),
          msg: text,
        }),
        { maxLength: 3 },
      ),
    ),
    passedOn: optional(
      fc
        .record({
          name: optional(text),
          code: optional(text),
          status: optional(status),
          message: optional(text),
        })
        .map(withoutUndefined),
    ),
  })
  .map(withoutUndefined) as fc.Arbitrary<ReplyReading>;

const failure: fc.Arbitrary<RestFailure> = fc.oneof(
  fc.record({ reason: fc.constant('http' as const), status, reading }),
  fc.record({ reason: fc.constant('unreachable' as const), error: fc.record({ name: text, message: text }) }),
  fc.record({
    reason: fc.constant('timeout' as const),
    limit: fc.nat(),
    phase: fc.constantFrom('headers' as const, 'body' as const),
  }),
  fc.record({
    reason: fc.constant('bad-reply' as const),
    status,
    problem: fc.constantFrom(
      'html' as const,
      'empty' as const,
      'truncated' as const,
      'not-json' as const,
      'error-body' as const,
      'field-absent' as const,
      'snake-case' as const,
      'wrong-shape' as const,
    ),
    fields: fc.array(text, { maxLength: 2 }),
    reading,
  }),
);

const endpoint = fc.constantFrom<Endpoint>('client-secrets', 'ice-config', 'calls', 'session');
const credential: fc.Arbitrary<CredentialFacts> = fc.oneof(
  fc.record({
    kind: fc.constantFrom(
      'api-key' as const,
      'token' as const,
      'undefined' as const,
      'none' as const,
      'other' as const,
    ),
    name: fc.constantFrom('token#1', 'token#2'),
  }),
  fc.constantFrom({ kind: 'none' } as const, { kind: 'token' } as const),
);
const token: fc.Arbitrary<Literal> = fc.record({
  kind: fc.constant('token' as const),
  token: fc.constantFrom('token#1', 'token#2'),
  from: fc.constantFrom('client-secrets' as const, 'session' as const, 'pasted' as const, 'carried' as const),
  expiresAt: fc.integer({ min: 1_762_860_000, max: 1_762_862_000 }),
  wallClock: fc.integer({ min: 1_762_860_000_000, max: 1_762_862_000_000 }),
});
const filler: fc.Arbitrary<Literal> = fc.oneof(
  token,
  endpoint.chain((at) => credential.map((sent) => request(at, { credential: sent, request: 'r0' }))),
  status.map((code) => response(code, { request: 'r0', headers: { date: 'no date' }, body: '{"answer":3}' })),
  fc.constantFrom<Literal>(
    { kind: 'attempt', number: 2, from: 'token', why: 'again', delay: 0 },
    { kind: 'run', state: 'connected' },
    { kind: 'step', step: 'token', state: 'failed', failedBy: 'e99' },
    { kind: 'token-history', token: 'token#1', uses: [{ endpoint: 'calls', ago: 5, status: 200 }] },
    { kind: 'state', machine: 'ice', to: 'checking' },
  ),
);

const failedLog = fc
  .record({
    route: fc.constantFrom('rest' as const, 'backend' as const),
    before: fc.array(filler, { maxLength: 8 }),
    endpoint,
    credential,
    failure,
    url: fc.oneof(fc.constant('https://h/v1/realtime/calls'), fc.string()),
    answered: fc.boolean(),
  })
  .map((given) => {
    const sent = { request: 'r9', credential: given.credential, url: given.url };
    const middle = [
      request(given.endpoint, sent),
      ...(given.answered ? [response(200, { request: 'r9' })] : []),
    ];
    const failedBy = `e${given.before.length + middle.length + 2}`;
    return logOf(
      given.route,
      ...given.before,
      ...middle,
      restError(given.endpoint, given.failure, sent),
      ...ended(stepOfEndpoint[given.endpoint], failedBy),
    );
  });

/** Longer than it takes on a busy machine. */
const patience = { timeout: 30_000 };

test('every failed run has a verdict whose evidence is in the log', patience, () => {
  fc.assert(
    fc.property(failedLog, (log) => {
      const diagnoses = diagnose(log);
      const ids = new Set(log.map(({ id }) => id));
      expect(diagnoses.length).toBeGreaterThan(0);
      for (const { evidence, causedBy, cause, remedy, title } of diagnoses) {
        expect(evidence.length).toBeGreaterThan(0);
        for (const { entry, says } of evidence) {
          expect(ids).toContain(entry);
          expect(says).not.toBe('');
        }
        expect(ids).toContain(causedBy.entry);
        expect(`${title} ${cause} ${remedy}`).not.toMatch(
          /undefined(?!”)(?! and | vanishes| fields)|NaN|\[object/,
        );
      }
    }),
    { numRuns: 1_000 },
  );
});

test('what is diagnosed is never ruled out', patience, () => {
  fc.assert(
    fc.property(failedLog, (log) => {
      const diagnoses = diagnose(log);
      const names = new Set(diagnoses.map(({ code, variant }) => `${code}/${variant}`));
      expect(names.size).toBe(diagnoses.length);
      for (const { ruledOut } of diagnoses) {
        for (const { code, variant } of ruledOut) expect(names).not.toContain(`${code}/${variant}`);
      }
    }),
    { numRuns: 500 },
  );
});

test('what the SDKs show is known for every failed run', patience, () => {
  fc.assert(
    fc.property(failedLog, (log) => {
      expect(sdkView(log)).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test('no log of whatever order makes it throw', patience, () => {
  fc.assert(
    fc.property(
      failedLog.chain((log) => fc.shuffledSubarray([...log])),
      (log: readonly LogEntry[]) => {
        diagnose(log);
        sdkView(log);
      },
    ),
    { numRuns: 500 },
  );
});

function withoutUndefined(value: object) {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined));
}
