import { expect, test } from 'vitest';
import type { LogEntryOf } from '../session/log.ts';
import { diagnose } from './diagnose.ts';
import {
  chromium,
  description,
  failedLog,
  goodAnswer,
  goodOffer,
  state,
  statistics,
} from './testing/literalConnection.ts';
import { type Literal, runOf, verdict } from './testing/literalLog.ts';

function media(event: LogEntryOf<'media'>['event'], rest: Partial<LogEntryOf<'media'>> = {}): Literal {
  return { kind: 'media', device: 'microphone', event, ...rest };
}

function refused(name: string, message: string, rest: Partial<LogEntryOf<'media'>> = {}): Literal {
  return media('refused', { error: { name, message }, ...rest });
}

/** e2 the offer, e3 the answer, e4 and e5 connected, then what is given. */
function connected(...entries: readonly Literal[]) {
  return runOf(
    chromium,
    description('local', goodOffer),
    description('remote', goodAnswer),
    state('connection', 'connected', 500),
    { kind: 'run', state: 'connected', at: 600 },
    ...entries,
  );
}

test.each([
  ['media.denied/user', 'proved', refused('NotAllowedError', 'Permission denied')],
  ['media.denied/policy', 'likely', refused('NotAllowedError', 'Permission denied', { framed: true })],
  ['media.denied/os', 'proved', refused('NotAllowedError', 'Permission denied by system')],
  ['media.notfound/none', 'proved', refused('NotFoundError', 'Requested device not found')],
  ['media.notfound/none', 'proved', refused('NotFoundError', 'The object can not be found here.')],
  ['media.busy/in-use', 'proved', refused('NotReadableError', 'Could not start audio source')],
  ['media.overconstrained/device', 'proved', refused('OverconstrainedError', '', { constraint: 'deviceId' })],
  [
    'media.none/asked-for-nothing',
    'proved',
    refused('TypeError', 'At least one of audio and video must be requested'),
  ],
  ['media.none/asked-for-nothing', 'proved', refused('TypeError', 'audio and/or video is required')],
  ['media.ended/unplugged', 'proved', media('ended')],
  ['media.silent/zeros', 'proved', media('silent')],
  [
    'play.blocked/autoplay',
    'proved',
    media('blocked', { device: 'playback', error: { name: 'NotAllowedError', message: 'play() failed' } }),
  ],
] as const)('%s while the session stands', (is, certainty, entry) => {
  expect(verdict(connected(entry))).toEqual({ is, certainty, step: 'connection', evidence: ['e6'] });
});

test('what came right again is no trouble', () => {
  expect(diagnose(connected(refused('NotAllowedError', 'Permission denied'), media('granted')))).toEqual([]);
  expect(diagnose(connected(media('silent'), media('audible')))).toEqual([]);
  expect(
    diagnose(connected(media('blocked', { device: 'playback' }), media('playing', { device: 'playback' }))),
  ).toEqual([]);
});

test('a device without which a run cannot begin fails it', () => {
  const error = { name: 'NotAllowedError', message: 'Permission denied' };
  const log = failedLog(
    chromium,
    [media('refused', { error, permission: 'denied' })],
    { reason: 'permission', device: 'microphone', error },
    'offer',
  );
  expect(verdict(log)).toEqual({
    is: 'media.denied/user',
    certainty: 'proved',
    step: 'offer',
    evidence: ['e2'],
  });
});

test('a page over plain http has no devices', () => {
  const run = { ...chromium, pageUrl: 'http://192.168.1.5:4173/' };
  const missing = refused('TypeError', 'navigator.mediaDevices is undefined');
  const log = failedLog(
    run,
    [missing],
    { reason: 'unsupported', missing: 'navigator.mediaDevices' },
    'offer',
  );
  expect(verdict(log)?.is).toBe('ctx.insecure/origin');
  const elsewhere = runOf(run, { kind: 'run', state: 'connected' }, missing);
  expect(verdict(elsewhere)).toEqual({
    is: 'ctx.insecure/origin',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e1', 'e3'],
  });
});

test.each(['http://localhost:4173/', 'http://127.0.0.1/', 'http://[::1]:80/', 'https://192.168.1.5/'])(
  '%s is a secure page',
  (pageUrl) => {
    const log = runOf(
      { ...chromium, pageUrl },
      { kind: 'run', state: 'connected' },
      refused('TypeError', 'something else'),
    );
    expect(diagnose(log)).toEqual([]);
  },
);

const track = (event: 'added' | 'unmute'): Literal => ({ kind: 'track', event, media: 'audio', at: 550 });
const inbound = (packets: number): LogEntryOf<'statistics'>['rtp'] => [
  { direction: 'inbound', media: 'audio', packets, bytes: packets * 80 },
];

test('no audio packet within 3 s, though the answer promises sound', () => {
  const log = connected(track('added'), statistics('sample', { rtp: inbound(0), at: 3_600 }));
  expect(verdict(log)).toEqual({
    is: 'media.noframes/received',
    certainty: 'likely',
    step: 'connection',
    evidence: ['e7', 'e6'],
  });
});

test('one packet, or a track that is no longer mute, is sound enough', () => {
  expect(diagnose(connected(track('added'), statistics('sample', { rtp: inbound(3), at: 3_600 })))).toEqual(
    [],
  );
  expect(
    diagnose(
      connected(statistics('sample', { rtp: inbound(0), at: 3_600 }), { ...track('unmute'), at: 3_700 }),
    ),
  ).toEqual([]);
  expect(diagnose(connected(track('added'), statistics('connected', { rtp: inbound(0), at: 610 })))).toEqual(
    [],
  );
});
