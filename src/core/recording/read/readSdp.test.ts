import { expect, test } from 'vitest';
import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import { looksLikeSdp, plainSdp, readSdp } from './readSdp.ts';

const candidate = 'candidate:1 1 udp 1 192.0.2.7 50009 typ host';
const sdp = (setup: string) =>
  `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\nm=audio 9 x 0\r\n${setup}a=mid:0\r\na=${candidate}\r\n`;

test.each([
  ['v=0\r\no=-', true],
  ['v=0\no=-', true],
  ['v=0\ro=-', true],
  ['v=0\\r\\ns=-\\r\\no=-', true],
  ['\uFEFF \n"v=0\\r\\no=-', true],
  ["'v=0\\no=-", true],
  ['v=0\r\ns=-\r\no=-', true],
  ['v=0 o=-', false],
  ['v=0\r\nfoo=-', false],
  ['x v=0\r\no=-', false],
  ['xv=0\r\no=-', false],
  ['v=1\r\no=-', false],
  ['', false],
])('%j is a description: %s', (text, is) => {
  expect(looksLikeSdp(text)).toBe(is);
});

test.each([
  ['v=0\r\no=-\r\n', 'v=0\r\no=-\r\n'],
  ['"v=0\\r\\no=-\\r\\n"', 'v=0\r\no=-\r\n'],
  [" 'v=0\\no=-'\n", 'v=0\r\no=-\r\n'],
  ['v=0\\r\\ns="a"\\r\\no=-', 'v=0\r\ns="a"\r\no=-\r\n'],
  ['a v=0\\no=-', 'a v=0\\no=-'],
  ['v=0\\to=-', 'v=0\\to=-'],
])('%j is plainly %j', (text, plain) => {
  expect(plainSdp(text)).toBe(plain);
});

const log = (step: string, side: string, type: string, text: string) => {
  const common = { at: 0, attempt: 1 };
  return [
    {
      ...common,
      id: 'e1',
      kind: 'run-started',
      run: 1,
      wallClock: 0,
      target: 'watched',
      route: 'rest',
      from: 'offer',
      settings: { ...defaultSettings, email: '' },
      limits: defaultLimits('rest'),
      userAgent: '',
      pageUrl: '',
    },
    { ...common, id: 'e2', kind: 'step', step: 'token', state: 'skipped' },
    { ...common, id: 'e3', kind: 'step', step: 'ice-config', state: 'skipped' },
    { ...common, id: 'e4', kind: 'description', step, side, type, sdp: text },
    { ...common, id: 'e5', kind: 'candidate', step, side, candidate, mid: '0' },
    { ...common, id: 'e6', kind: 'run', state: 'stopped', by: 'user' },
  ];
};

test.each([
  ['a=setup:actpass\r\n', undefined, 'offer'],
  ['', undefined, 'offer'],
  ['a=setup:active\r\n', undefined, 'answer'],
  ['a=setup:actpass\r\n', 'answer', 'answer'],
  ['a=setup:active\r\n', 'offer', 'offer'],
] as const)('a description with %j that is said to be %s is an %s', (setup, said, type) => {
  const text = sdp(setup);
  expect(readSdp(`\uFEFF${text}`, 'r1', said)).toEqual({
    ok: true,
    recording: {
      format: 'webrtc-session-recording',
      version: 1,
      product: 'SDP',
      source: 'sdp',
      id: 'r1',
      startedAt: 0,
      userAgent: '',
      log: type === 'offer' ? log('offer', 'local', type, text) : log('connection', 'remote', type, text),
    },
    notes: [
      `This is a session description alone, taken for the ${type}: it has no time, no states and no outcome.`,
    ],
  });
});

test('a description out of a program is read with its line ends', () => {
  const reading = readSdp(JSON.stringify(sdp('a=setup:active\r\n')), 'r1');
  expect(reading.ok && reading.recording.log).toEqual(
    log('connection', 'remote', 'answer', sdp('a=setup:active\r\n')),
  );
});

test('of endless candidates a thousand are kept', () => {
  const text = sdp('') + Array.from({ length: 1_100 }, (_, index) => `a=candidate:${index}\r\n`).join('');
  const reading = readSdp(text, 'r1');
  const entries = reading.ok ? reading.recording.log : [];
  expect(entries.filter(({ kind }) => kind === 'candidate')).toHaveLength(1_000);
});

test('its lines begin near the beginning, and near each other', () => {
  expect(looksLikeSdp(`v=0\n${'x'.repeat(1_990)}\no=-`)).toBe(true);
  expect(looksLikeSdp(`v=0\n${'x'.repeat(2_010)}\no=-`)).toBe(false);
  expect(looksLikeSdp(`${'x\n'.repeat(1_990)}v=0\no=-`)).toBe(true);
  expect(looksLikeSdp(`${'x\n'.repeat(2_000)}v=0\no=-`)).toBe(false);
});
