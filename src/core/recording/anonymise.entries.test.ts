import { expect, test } from 'vitest';
import { type Literal, logOf, request } from '../diagnosis/testing/literalLog.ts';
import type { LogEntry } from '../session/log.ts';
import { anonymise } from './anonymise.ts';
import { createRecording } from './createRecording.ts';
import type { Recording } from './recording.ts';

function recordingOf(log: readonly LogEntry[]): Recording {
  return createRecording({ log, diagnoses: [], product: '0.2.0', id: 'r1' });
}

function replacedIn(what: string) {
  return anonymise(recordingOf(logOf('rest', { kind: 'note', topic: 'carried', what })), { keep: [] })
    .replaced;
}

test('an example is cut after 60 characters, three of a kind are shown', () => {
  const local = (letters: number) => `${'a'.repeat(letters)}.local`;
  const [addresses] = replacedIn(`${local(54)} ${local(55)} 10.1.1.1 10.1.1.2`);
  expect(addresses).toEqual({
    kind: 'addresses',
    count: 4,
    examples: [
      { from: local(54), to: '00000000-0000-4000-8000-000000000001.local' },
      { from: `${'a'.repeat(55)}.loc…`, to: '00000000-0000-4000-8000-000000000002.local' },
      { from: '10.1.1.1', to: '10.0.0.1' },
    ],
  });
});

test('name, verdict and statistics of a recording say no address either', () => {
  const log = logOf('rest', { kind: 'run', state: 'connected' });
  const series = (value: string) => ({
    capacity: 4,
    stride: 1,
    added: 1,
    times: [5],
    columns: { pair: { from: [0], values: [value, 7, null] } },
  });
  const verdict = (title: string) => ({ code: 'x', certainty: 'proved', title }) as const;
  const before = {
    ...recordingOf(log),
    name: 'To 10.1.1.1',
    series: series('10.1.1.2'),
    verdict: verdict('10.1.1.1'),
  };
  const after = { ...before, name: 'To 10.0.0.1', series: series('10.0.0.2'), verdict: verdict('10.0.0.1') };
  const { recording } = anonymise(before, { keep: [] });
  expect(recording).toEqual(after);
  expect(Object.keys(anonymise(recordingOf(log), { keep: [] }).recording)).not.toContain('series');
  // What names nobody costs no copy, not even of its lists.
  expect(recording.log.map((entry, index) => entry === log[index])).toEqual([true, true]);
});

test('every member of an entry is looked at by what it is, our own words stay', () => {
  const log = logOf(
    'rest',
    {
      kind: 'ice-servers',
      from: 'ice-config',
      servers: [{ urls: ['turn:turn.acme.dev', 'stun:stun.example'], username: 'ada' }],
      leftOut: [],
    },
    {
      kind: 'candidate-error',
      url: 'stun:stun.example',
      errorCode: 701,
      errorText: 'at media.io',
      address: 'media.io',
    },
    {
      ...request('calls', { body: '{"instructions":"Be kind","text":"Hi"}' }),
      headers: { 'user-agent': 'Chrome 10.1.1.1', referer: 'https://shop.acme.dev/' },
    } as Literal,
    { kind: 'channel', event: 'sent', label: 'to 10.1.1.1' },
  );
  const { recording } = anonymise(recordingOf(log), { keep: [] });
  expect(recording.log[1]).toMatchObject({
    servers: [{ urls: ['turn:host-1.internal', 'stun:stun.example'], username: 'user-1' }],
  });
  expect(recording.log[2]).toMatchObject({ errorText: 'at media.io', address: 'host-3.internal' });
  expect(recording.log[3]).toMatchObject({
    body: '{"instructions":"[instructions, 7 characters]","text":"[text, 2 characters]"}',
    headers: { 'user-agent': 'Chrome 10.1.1.1', referer: 'https://host-2.internal/' },
  });
  expect(recording.log[4]).toEqual({ ...log[4], label: 'to 10.0.0.1' });
  const [started] = log;
  const settings =
    started?.kind === 'run-started' ? { ...started.settings, instructions: 'Be kind' } : undefined;
  const begun = { ...started, settings } as LogEntry;
  expect(anonymise(recordingOf([begun]), { keep: [] }).recording.log[0]).toMatchObject({
    settings: { instructions: '[instructions, 7 characters]', voice: 'alloy' },
  });
});

test('the end of a pair may have no port', () => {
  const pair = { state: 'failed', nominated: false, local: 'host udp 10.1.1.1', remote: 'relay  10.1.1.2' };
  const log = logOf('rest', { kind: 'statistics', moment: 'sample', pairs: [pair] });
  expect(anonymise(recordingOf(log), { keep: [] }).recording.log[1]).toMatchObject({
    pairs: [{ local: 'host udp 10.0.0.1', remote: 'relay  10.0.0.2' }],
  });
});
