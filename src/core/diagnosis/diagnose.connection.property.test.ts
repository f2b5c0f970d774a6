import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sdkView } from '../sdk/sdkView.ts';
import type { ConnectionFailure } from '../session/failure.ts';
import type { LogEntry } from '../session/log.ts';
import { answerLines, offerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { advise, diagnose, foresee } from './diagnose.ts';
import type { Diagnosis } from './diagnosis.ts';
import { connectionEntries } from './testing/connectionEntries.ts';
import {
  chromium,
  description,
  firefox,
  iceFailedInChromium,
  refusedAnswer,
  servers,
  waitedForIce,
} from './testing/literalConnection.ts';
import { ended, type Literal, runOf } from './testing/literalLog.ts';

const word = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom('', 'stun:', 'turn:h:9?transport=tcp', '\0'),
);
const urls = fc.array(
  fc.oneof(
    word,
    fc.constantFrom(
      'turn:192.0.2.1:3478',
      'turns:h.example:443',
      'stun:a.invalid',
      'turn://x',
      'turn:192.0.2.1:465',
    ),
  ),
  { maxLength: 4 },
);
const at = fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined });

const sdp = fc
  .record({
    lines: fc.constantFrom(offerLines, answerLines),
    kept: fc.func(fc.boolean()),
    end: fc.constantFrom('', '\r\n', '\\r\\n', '}'),
  })
  .map(({ lines, kept, end }) => sdpText(lines.filter((line) => kept(line))) + end);

const arbitrary: fc.Arbitrary<Literal> = fc.oneof(
  fc.constantFrom(...connectionEntries),
  urls.map((given) => servers(given)),
  fc
    .record({ side: fc.constantFrom('local' as const, 'remote' as const), sdp: fc.oneof(sdp, word) })
    .map((given) => description(given.side, given.sdp)),
  fc.record({
    kind: fc.constant('candidate-error' as const),
    url: word,
    errorCode: fc.constantFrom(0, 1, 20, 300, 401, 486, 701, 65_535),
    errorText: word,
  }),
  fc.record({
    kind: fc.constant('candidate' as const),
    side: fc.constantFrom('local' as const, 'remote' as const),
    candidate: fc.oneof(word, fc.constantFrom('candidate:1 1 udp 1 1.2.3.4 5 typ relay', 'x typ srflx')),
  }),
  fc.record({
    kind: fc.constant('watch' as const),
    watch: fc.constantFrom('ice-server' as const, 'ice-new' as const, 'checks' as const, 'session' as const),
    subject: word,
    silentFor: fc.nat(),
    foresees: fc.constantFrom('net.loss', 'app.no-session', 'constructor', ''),
  }),
  fc.constantFrom<Literal>(
    { kind: 'note', topic: 'gathering-cut-off', after: 5_000 },
    { kind: 'state', machine: 'ice', to: 'connected' },
    { kind: 'attempt', number: 2, from: 'token', why: 'again', delay: 0 },
  ),
);

const failure: fc.Arbitrary<ConnectionFailure> = fc.oneof(
  fc.constantFrom<ConnectionFailure>(
    iceFailedInChromium,
    waitedForIce,
    { reason: 'dtls', dtlsState: 'failed' },
    { reason: 'channel', event: 'close' },
    { reason: 'unsupported', missing: 'navigator.mediaDevices' },
    { reason: 'timeout', limit: 30_000, waitingFor: 'session.created' },
  ),
  fc.record({ name: word, message: word }).map(({ name, message }) => refusedAnswer(name, message)),
  fc.record({
    reason: fc.constantFrom('configuration' as const, 'candidate' as const, 'limit' as const),
    error: fc.record({ name: word, message: word }),
  }),
  fc.record({
    reason: fc.constantFrom('permission' as const, 'device' as const),
    device: fc.constant('microphone'),
    error: fc.record({ name: word, message: word }),
  }),
);

const run = fc.record({
  from: fc.constantFrom(chromium, firefox),
  policy: fc.constantFrom('all' as const, 'relay' as const),
  pageUrl: fc.constantFrom('http://10.0.0.1/', 'https://a.example/', 'no url'),
});
const entries = fc.array(
  fc
    .tuple(arbitrary, at)
    .map(([entry, time]): Literal => (time === undefined ? entry : { ...entry, at: time })),
  { maxLength: 14 },
);
const liveLog = fc
  .tuple(run, entries)
  .map(([{ from, ...rest }, given]) => runOf({ ...from, ...rest }, ...given));
const failedLog = fc.tuple(run, entries, failure).map(([{ from, ...rest }, given, why]) => {
  const kept = given.filter(({ kind }) => kind !== 'run' && kind !== 'step' && kind !== 'attempt');
  return runOf(
    { ...from, ...rest },
    ...kept,
    { kind: 'connection-failure', step: 'connection', failure: why },
    ...ended('connection', `e${kept.length + 2}`),
  );
});

function expectSound(log: readonly LogEntry[], diagnoses: readonly Diagnosis[]): void {
  const ids = new Set(log.map(({ id }) => id));
  const names = diagnoses.map(({ code, variant }) => `${code}/${variant}`);
  for (const { evidence, causedBy, cause, remedy, title, ruledOut } of diagnoses) {
    expect(evidence.length).toBeGreaterThan(0);
    for (const { entry, says } of evidence) {
      expect(ids).toContain(entry);
      expect(says).not.toBe('');
    }
    expect(ids).toContain(causedBy.entry);
    expect(`${title} ${cause} ${remedy}`).not.toMatch(/\bundefined\b|NaN|\[object/);
    for (const { code, variant } of ruledOut) expect(names).not.toContain(`${code}/${variant}`);
  }
}

/** Longer than it takes on a busy machine. */
const patience = { timeout: 30_000 };

test('every failed connection has a verdict whose evidence is in the log', patience, () => {
  fc.assert(
    fc.property(failedLog, (log) => {
      expect(diagnose(log).length).toBeGreaterThan(0);
      expectSound(log, diagnose(log));
      expectSound(log, advise(log));
      expect(sdkView(log)).toBeDefined();
    }),
    { numRuns: 400 },
  );
});

test(
  'whatever the browser shows of a run that goes on, nothing throws and every proof is in the log',
  patience,
  () => {
    fc.assert(
      fc.property(liveLog, (log) => {
        expectSound(log, diagnose(log));
        expectSound(log, advise(log));
        expectSound(log, foresee(log));
        for (const { certainty } of foresee(log)) expect(certainty).toBe('likely');
        sdkView(log);
      }),
      { numRuns: 400 },
    );
  },
);

test('no order of entries makes it throw', patience, () => {
  fc.assert(
    fc.property(
      failedLog.chain((log) => fc.shuffledSubarray([...log])),
      (log) => {
        diagnose(log);
        advise(log);
        foresee(log);
      },
    ),
    { numRuns: 300 },
  );
});
