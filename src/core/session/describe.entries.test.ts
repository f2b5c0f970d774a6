import { expect, test } from 'vitest';
import { describe } from './describe.ts';
import type { LogEntryOf, Unlogged, Watch } from './log.ts';
import { defaultLimits, defaultSettings } from './settings.ts';

const line = (entry: Unlogged) => describe({ ...entry, id: 'e1', at: 0, attempt: 1 });

test('a run that has no last step says where it began only', () => {
  const started: Unlogged = {
    kind: 'run-started',
    run: 1,
    wallClock: 0,
    target: 'live',
    route: 'backend',
    from: 'call',
    settings: defaultSettings,
    limits: defaultLimits('backend'),
    userAgent: '',
    pageUrl: '',
  };
  expect(line(started)).toBe('Run 1 started: live, backend route, from call');
});

test.each([
  [{ kind: 'run', state: 'paused' }, 'Paused'],
  [{ kind: 'run', state: 'paused', step: 'offer' }, 'Paused before offer'],
  [{ kind: 'run', state: 'continued' }, 'Continued'],
  [{ kind: 'run', state: 'connected' }, 'Connected: the data channel is open and the session was created'],
  [
    { kind: 'run', state: 'connected', shown: 'transport' },
    'Connected; whether the session was created, a dump does not show',
  ],
  [{ kind: 'run', state: 'failed', by: 'failure' }, 'Run failed'],
  [{ kind: 'run', state: 'stopped' }, 'Stopped by you'],
  [{ kind: 'run', state: 'stopped', by: 'failure' }, 'Stopped by a failure'],
  [{ kind: 'run', state: 'stopped', by: 'new-run' }, 'Stopped by a new run'],
  [
    { kind: 'attempt', number: 2, from: 'token', why: 'new-token', delay: 0 },
    'Attempt 2 from token: with a new token',
  ],
  [
    { kind: 'attempt', number: 3, from: 'call', why: 'again', delay: 1 },
    'Attempt 3 from call: again with the same token, after 1 ms',
  ],
  [{ kind: 'step', step: 'call', state: 'running' }, 'Step call running'],
  [{ kind: 'step', state: 'failed', took: 10 }, 'Step unknown failed after 10 ms'],
] satisfies [Unlogged, string][])('what becomes of a run is told: %j', (entry, text) => {
  expect(line(entry)).toBe(text);
});

const request = {
  kind: 'request',
  request: 'r1',
  endpoint: 'calls',
  method: 'POST',
  url: 'https://a.test/calls',
  headers: {},
  crossOrigin: true,
  altered: [],
  credential: { kind: 'none' },
} as const;

test.each([
  [request, 'POST /calls with no credential'],
  [{ ...request, via: 'relay' }, 'POST /calls with no credential, through the relay'],
  [
    { ...request, altered: ['body left out', 'path changed'] },
    'POST /calls with no credential, altered: body left out, path changed',
  ],
  [{ ...request, credential: { kind: 'token' } }, 'POST /calls with token'],
  [{ ...request, credential: { kind: 'token', name: 'token#1' } }, 'POST /calls with token#1'],
  [{ ...request, credential: { kind: 'api-key' } }, 'POST /calls with api-key'],
  [{ ...request, credential: { kind: 'other' } }, 'POST /calls with another credential'],
  [{ ...request, credential: { kind: 'other', name: 'api-key#1' } }, 'POST /calls with api-key#1'],
] satisfies [Unlogged, string][])(
  'a request tells its credential and what was altered: %j',
  (entry, text) => {
    expect(line(entry)).toBe(text);
  },
);

const token = { kind: 'token', token: 'token#1', wallClock: 1_000_000 } as const;

test.each([
  [
    { ...token, from: 'session', expiresAt: 1000 },
    'Received token#1 from the session endpoint: expires in 0 ms',
  ],
  [{ ...token, from: 'pasted', expiresAt: 1060 }, 'Received token#1 from the form: expires in 1 min'],
  [{ ...token, from: 'carried', expiresAt: 940 }, 'Received token#1 from an earlier run: expired 1 min ago'],
  [{ kind: 'token-history', token: 'token#1', uses: [] }, 'token#1 was not used before on this origin'],
  [
    {
      kind: 'token-history',
      token: 'token#1',
      uses: [
        { endpoint: 'client-secrets', ago: 9000, status: 200 },
        { endpoint: 'ice-config', ago: 8000, status: 200 },
        { endpoint: 'calls', ago: 7000, status: 201 },
        { endpoint: 'session', ago: 6000, status: 500 },
      ],
    },
    'token#1 was used before: client-secrets 9 s ago (200), ice-config 8 s ago (200), calls 7 s ago (201), the session endpoint 6 s ago (500)',
  ],
] satisfies [Unlogged, string][])(
  'a token tells where it came from and what it was used for: %j',
  (entry, text) => {
    expect(line(entry)).toBe(text);
  },
);

test.each([
  ['ice-server', 'has not answered'],
  ['gathering', 'gathering has not ended'],
  ['ice-new', 'the ICE state has stayed new'],
  ['no-candidates', 'the answer has no usable candidate'],
  ['checks', 'connectivity checks have had no answer'],
  ['dtls', 'the DTLS handshake has not ended'],
  ['channel', 'the data channel has stayed connecting'],
  ['session', 'no session.created has come'],
] satisfies [Watch, string][])('a silence tells what is waited for: %s', (watch, what) => {
  const silent = { kind: 'watch', watch, silentFor: 3000, foresees: 'ice.failed' } as const;
  expect(line(silent)).toBe(`Waiting for 3 s: ${what}`);
  expect(line({ ...silent, subject: 'stun:a.test', until: 9500 })).toBe(
    `Waiting for 3 s: stun:a.test ${what}; the browser will report it at about 9.5 s`,
  );
  expect(line({ ...silent, subject: 'stun:a.test', until: 9500, over: true })).toBe(
    `Silence over after 3 s: stun:a.test ${what}`,
  );
});

test.each([
  [
    { wallClock: 60_000, monotonic: 1000, late: 58_000 },
    'This machine slept: the clock went on by 1 min, timers by 1 s',
  ],
  [
    { wallClock: 60_000, monotonic: 2000, late: 58_000 },
    'Nothing ran in this page for 58 s: the machine slept, or the page was suspended or busy',
  ],
])('sleep is told from a page that was held up: %j', (times, text) => {
  expect(line({ kind: 'sleep', ...times })).toBe(text);
});

test.each([
  [{ device: 'camera', event: 'granted' }, 'Camera granted'],
  [{ device: 'microphone', event: 'silent' }, 'Microphone silent'],
  [
    { device: 'playback', event: 'blocked', error: { name: 'NotAllowedError', message: '' } },
    'Playback blocked: NotAllowedError',
  ],
  [
    {
      device: 'camera',
      event: 'refused',
      error: { name: 'OverconstrainedError', message: 'No such device' },
      constraint: 'deviceId',
    },
    'Camera refused: OverconstrainedError "No such device" (constraint deviceId)',
  ],
] satisfies [Omit<LogEntryOf<'media'>, 'id' | 'at' | 'attempt' | 'kind'>, string][])(
  'what becomes of a device is told: %j',
  (media, text) => {
    expect(line({ kind: 'media', ...media })).toBe(text);
  },
);

test.each([
  [
    { kind: 'note', topic: 'slow', waitingFor: 'the session endpoint', after: 10_000 },
    'No answer from the session endpoint for 10 s',
  ],
  [
    { kind: 'note', topic: 'limits-shortened', limits: { token: 300, call: 2000 } },
    'Time limits shortened for this scenario: token 300 ms, call 2 s',
  ],
  [{ kind: 'note', topic: 'simulation-restarted' }, 'The simulation had stopped and was restarted'],
  [
    { kind: 'note', topic: 'storage-refused', what: 'the settings' },
    'The browser refused to store the settings',
  ],
  [{ kind: 'note', topic: 'carried', what: 'token#1' }, 'Carried over: token#1'],
  [{ kind: 'note', topic: 'left-out', what: 'the ICE servers' }, 'Left out, as Setup says: the ICE servers'],
  [
    { kind: 'note', topic: 'clock-set-back', by: 3_600_000 },
    "This computer's clock was set back by 1 h: times of this run go on, those of the day jump",
  ],
  [
    { kind: 'note', topic: 'network-look', url: 'stun:a.test', answered: false, after: 0 },
    'stun:a.test did not answer after the failure either',
  ],
  [
    { kind: 'note', topic: 'local-access', permission: 'denied' },
    'Local network access of this page: denied',
  ],
] satisfies [Unlogged, string][])('a note is one sentence: %j', (note, text) => {
  expect(line(note)).toBe(text);
});

test('a line is cut off after a thousand characters', () => {
  const what = 'x'.repeat(1000);
  expect(line({ kind: 'note', topic: 'carried', what })).toBe(`Carried over: ${'x'.repeat(985)}…`);
});
