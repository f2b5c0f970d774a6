import { expect, test } from 'vitest';
import { ended, request, runOf } from '../../diagnosis/testing/literalLog.ts';
import type { Settings } from '../../session/settings.ts';
import type { Recording } from '../recording.ts';
import { judgeRecording } from './judgeRecording.ts';
import { environmentOf, identifierLine } from './reportWords.ts';
import { recorded, recordingOf, refusedCall } from './testing/literalRecording.ts';

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

function environment(recording: Recording) {
  return environmentOf(judgeRecording(recording));
}

function settingsIn(settings: Partial<Settings>): string | undefined {
  const log = runOf({}).map((entry) =>
    entry.kind === 'run-started' ? { ...entry, settings: { ...entry.settings, ...settings } } : entry,
  );
  return new Map(environment(recordingOf(log))).get('Settings');
}

test('the environment of a run says where, when and with what', () => {
  const log = runOf(
    { route: 'backend', userAgent, pageUrl: 'https://debugger.example/app?key=1#x' },
    { kind: 'attempt', number: 2, from: 'token', why: 'retry', delay: 0 },
  );
  expect(environment(recordingOf(log, { name: 'Mine', scenario: 'call-401-used' }))).toEqual([
    ['Recorded', '2025-11-11T11:34:43.000Z'],
    ['Written by', 'webrtc-session-debugger 0.1.0'],
    ['From', 'this debugger'],
    ['Name', 'Mine'],
    ['Browser', 'Chrome 156.0.0.0'],
    ['User agent', userAgent],
    ['Page', 'https://debugger.example/app'],
    ['Target', 'live'],
    ['Scenario', 'call-401-used'],
    ['Route', 'backend'],
    ['Attempts', '2'],
    ['Settings', 'route = backend'],
  ]);
});

test('what is not known is left out', () => {
  expect(environment(recordingOf([], { userAgent: '', source: 'har' }))).toEqual([
    ['Recorded', '2025-11-11T11:34:43.000Z'],
    ['Written by', 'webrtc-session-debugger 0.1.0'],
    ['From', 'a HAR file'],
  ]);
  expect(environment(recordingOf(runOf({}), { userAgent: 'curl' })).map(([name]) => name)).toEqual([
    'Recorded',
    'Written by',
    'From',
    'User agent',
    'Page',
    'Target',
    'Route',
    'Settings',
  ]);
});

test('settings are told where they are no default, those that may be personal by their length', () => {
  expect(settingsIn({})).toBe('the defaults');
  expect(settingsIn({ modalities: ['audio', 'video'] })).toBe('the defaults');
  expect(
    settingsIn({
      voice: 'nova',
      modalities: ['audio'],
      email: 'somebody@example.org',
      instructions: 'Be kind.',
      sessionHeaders: 'a: b',
      sessionBody: '{}',
    }),
  ).toBe(
    'sessionHeaders = 4 characters, sessionBody = 2 characters, email = 20 characters, voice = nova, instructions = 8 characters, modalities = audio',
  );
});

function identifier(recording: Recording): string | undefined {
  const judged = judgeRecording(recording);
  return judged.verdict && identifierLine(judged.verdict, judged);
}

test('a verdict is identified by its code, its variant and what it was about', () => {
  expect(identifier(refusedCall())).toBe(
    'invalid_ephemeral_token · unexplained · 401 · POST /v1/realtime/calls',
  );
  const { log } = refusedCall();
  expect(identifier(recordingOf(log.filter(({ kind }) => kind !== 'response')))).toBe(
    'invalid_ephemeral_token · unexplained · POST /v1/realtime/calls',
  );
});

test('a verdict about no request has none, and says nothing twice', () => {
  const error = { name: 'TypeError', message: 'x' };
  const unexpected = recorded(
    request('calls'),
    { kind: 'unexpected', step: 'call', failure: { reason: 'unexpected', error } },
    ...ended('call', 'e3'),
  );
  const judged = judgeRecording(unexpected);
  const { verdict } = judged;
  expect(verdict && identifierLine({ ...verdict, code: 'a', variant: 'b' }, judged)).toBe('a · b');
  expect(verdict && identifierLine({ ...verdict, code: 'a', variant: 'a' }, judged)).toBe('a');
});
