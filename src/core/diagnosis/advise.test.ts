import { expect, test } from 'vitest';
import { answerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { advise, diagnose } from './diagnose.ts';
import {
  candidate,
  candidateError,
  channel,
  chromium,
  description,
  firefox,
  goodAnswer,
  goodOffer,
  servers,
  state,
} from './testing/literalConnection.ts';
import { type Literal, type LiteralRun, runOf } from './testing/literalLog.ts';

const turn = 'turn:192.0.2.1:3478?transport=udp';

function connected(run: LiteralRun, entries: readonly Literal[], answer = goodAnswer) {
  return runOf(
    run,
    ...entries,
    description('local', goodOffer),
    description('remote', answer),
    state('ice', 'connected'),
    state('connection', 'connected'),
    channel('open'),
    { kind: 'run', state: 'connected' },
  );
}

function told(log: Parameters<typeof advise>[0]) {
  expect(diagnose(log)).toEqual([]);
  return advise(log).map(({ code, variant }) => `${code}/${variant}`);
}

test('a healthy run needs no advice', () => {
  expect(told(connected(chromium, [servers([]), candidate('host')]))).toEqual([]);
});

test.each([
  [
    'ice.benign701/one-family',
    [candidate('srflx'), candidateError('stun:192.0.2.1:3478', 701, 'STUN binding request timed out.')],
  ],
  ['gather.mdns/hidden', [candidate('mdns'), candidate('mdns')]],
  ['gather.timeout/cut-off', [candidate('host'), { kind: 'note', topic: 'gathering-cut-off', after: 5_000 }]],
  ['turn.auth/refused', [servers([turn]), candidate('host'), candidateError(turn, 401, 'Unauthorized.')]],
  [
    'clock.sleep/suspended',
    [candidate('host'), { kind: 'sleep', wallClock: 60_000, monotonic: 500, late: 0 }],
  ],
] as const satisfies readonly (readonly [string, readonly Literal[]])[])(
  '%s is a remark on a connected run, never its verdict',
  (is, entries) => {
    expect(told(connected(chromium, entries))).toEqual([is]);
  },
);

test('a loss that healed', () => {
  const log = [
    ...connected(chromium, [candidate('host')]),
    ...runOf(chromium, state('ice', 'disconnected', 7_000), state('ice', 'connected', 15_000))
      .slice(1)
      .map((entry, index) => ({ ...entry, id: `x${index}` })),
  ];
  expect(told(log)).toEqual(['net.blip/recovered']);
  expect(advise(log)[0]?.cause).toContain('8.0 s');
  expect(advise(log)[0]?.discrepancies[0]?.observed).toContain('tears the call down');
});

test('an answer that only Firefox takes', () => {
  const log = connected(firefox, [candidate('host')], goodAnswer.trimEnd());
  expect(told(log)).toEqual(['sdp.no-final-crlf/trimmed']);
});

test('advice on a run that failed stands beside the verdict', () => {
  const log = runOf(
    chromium,
    candidate('mdns'),
    description('remote', sdpText(answerLines)),
    { kind: 'connection-failure', step: 'connection', failure: { reason: 'dtls', dtlsState: 'failed' } },
    { kind: 'run', state: 'failed', by: 'failure' },
  );
  expect(advise(log).map(({ code }) => code)).toEqual(['gather.mdns']);
});
