import { expect, test } from 'vitest';
import { advise, diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { logOf } from '../diagnosis/testing/literalLog.ts';
import type { LogEntry, LogEntryOf } from '../session/log.ts';
import { summarise } from '../session/summarise.ts';
import { lintSdp } from '../webrtc/lintSdp.ts';
import { anonymise, personalKinds } from './anonymise.ts';
import { createRecording } from './createRecording.ts';
import type { Recording } from './recording.ts';
import { sampleLogs } from './testing/sampleLogs.ts';

function recordingOf(log: readonly LogEntry[]): Recording {
  return createRecording({ log, diagnoses: diagnose(log), product: '0.2.0', id: 'r1' });
}

/** What becomes of a text in a log: here, the body of a response. */
function become(...texts: readonly string[]): readonly string[] {
  const notes = texts.map((what) => ({ kind: 'note', topic: 'carried', what }) as const);
  const { recording } = anonymise(recordingOf(logOf('rest', ...notes)), { keep: [] });
  return recording.log.flatMap((entry) => (entry.kind === 'note' && 'what' in entry ? [entry.what] : []));
}

function message(text: string): string | undefined {
  const log = logOf('rest', { kind: 'channel', event: 'received', label: 'x', text });
  const entry = anonymise(recordingOf(log), { keep: [] }).recording.log[1];
  return entry?.kind === 'channel' ? entry.text : undefined;
}

/** What of a diagnosis says no address: which one, how sure, who, and which entries prove it. */
function judged({ code, variant, certainty, actor, causedBy, evidence, ruledOut }: Diagnosis) {
  const proofs = evidence.map(({ entry }) => entry);
  return { code, variant, certainty, actor, causedBy, proofs, ruledOut: ruledOut.map((each) => each.code) };
}

function linted(log: readonly LogEntry[]) {
  const descriptions = log.filter(
    (entry): entry is LogEntryOf<'description'> => entry.kind === 'description',
  );
  return descriptions.flatMap(({ type, sdp }) =>
    lintSdp(type === 'offer' ? { offer: sdp, answer: undefined } : { offer: undefined, answer: sdp }).map(
      ({ rule, severity, line }) => ({
        rule,
        severity,
        line,
      }),
    ),
  );
}

test.each(Object.entries(sampleLogs))(
  '“%s” is judged the same afterwards, and a second time changes nothing',
  (_, log) => {
    const once = anonymise(recordingOf(log), { keep: [] }).recording;
    expect(diagnose(once.log).map(judged)).toEqual(diagnose(log).map(judged));
    expect(advise(once.log).map(judged)).toEqual(advise(log).map(judged));
    expect(linted(once.log)).toEqual(linted(log));
    const outcome = ({ steps, ...rest }: ReturnType<typeof summarise>) => ({
      ...rest,
      steps: steps.map(({ step, state, status }) => ({ step, state, status })),
    });
    expect(outcome(summarise(once.log))).toEqual(outcome(summarise(log)));
    expect(anonymise(once, { keep: [] })).toEqual({ recording: once, replaced: [] });
  },
);

test.each(Object.entries(sampleLogs))('“%s” is as it was where everything is kept', (_, log) => {
  const recording = recordingOf(log);
  expect(anonymise(recording, { keep: personalKinds })).toEqual({ recording, replaced: [] });
});

test.each([
  ['192.168.178.20 192.168.178.21 192.168.2.9', '192.168.0.1 192.168.0.2 192.168.1.1'],
  [
    '10.1.2.3 10.1.2.4 172.17.0.2 169.254.9.9 100.100.1.2',
    '10.0.0.1 10.0.0.2 172.16.0.1 169.254.0.1 100.64.0.1',
  ],
  ['203.0.113.7 8.8.8.8 203.0.113.99', '198.18.0.1 198.18.1.1 198.18.0.2'],
  ['127.0.0.1 0.0.0.0 255.255.255.255 224.0.0.251', '127.0.0.1 0.0.0.0 255.255.255.255 224.0.0.251'],
  ['192.168.178.20:50000', '192.168.0.1:50000'],
  ['2a02:810d:1:2::7 2a02:810d:1:2:ffff::9 2a02:1::1', '2001:db8:0:1::1 2001:db8:0:1::2 2001:db8:0:2::1'],
  ['[2A02:810D:1:2:0:0:0:7]:443 2a02:810d:1:2::7', '[2001:db8:0:1::1]:443 2001:db8:0:1::1'],
  ['fe80::1234%eth0 fd12:3456::9 ::1 ::', 'fe80::1%eth0 fd00:0:0:1::1 ::1 ::'],
  ['::ffff:192.168.7.7 64:ff9b::203.0.113.7', '::ffff:192.168.0.1 64:ff9b::198.18.0.1'],
  [
    '192.168.178.x [0:0:0:x:x:x:x:x] [2a02:810d:1:x:x:x:x:x]',
    '192.168.0.x [0:0:0:x:x:x:x:x] [2001:db8:1:x:x:x:x:x]',
  ],
  [
    '5dd5dec9-33d9-48c3-9ef3-6f5304ffb81c.local kitchen.local',
    '00000000-0000-4000-8000-000000000001.local 00000000-0000-4000-8000-000000000002.local',
  ],
  [
    String.raw`a\r\n192.168.178.20\nb5.local`,
    String.raw`a\r\n192.168.0.1\n00000000-0000-4000-8000-000000000001.local`,
  ],
  ['?ip=%20192.168.178.20&six=2a02%3A810d%3A%3A1', '?ip=%20192.168.0.1&six=2001%3Adb8%3A0%3A1%3A%3A1'],
  ['Chrome/156.0.0.0 at 11:34:43 v1.2.3 999.1.1.1', 'Chrome/156.0.0.0 at 11:34:43 v1.2.3 999.1.1.1'],
])('addresses: %s becomes %s', (before, after) => {
  expect(become(before)).toEqual([after]);
});

test('a fingerprint is no address', () => {
  const fingerprint = `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`;
  expect(become(fingerprint)).toEqual([fingerprint]);
});

test.each([
  [
    ['https://shop.acme.dev:8443/api', 'Could not resolve SHOP.acme.dev.'],
    ['https://host-1.internal:8443/api', 'Could not resolve host-1.internal.'],
  ],
  [
    ['turn:turn.acme.dev:3478?transport=udp stun:devbox', 'devbox is up'],
    ['turn:host-1.internal:3478?transport=udp stun:host-2', 'devbox is up'],
  ],
  [
    ['https://api.orga-ai.com/v1 http://localhost:3000 https://a.test http://[::1]/'],
    ['https://api.orga-ai.com/v1 http://localhost:3000 https://a.test http://[::1]/'],
  ],
  [
    ['candidate:1 1 udp 1 media.acme.dev 9 typ host', 'candidate:1 1 udp 1 fe80::9 9 typ host'],
    ['candidate:1 1 udp 1 host-1.internal 9 typ host', 'candidate:1 1 udp 1 fe80::1 9 typ host'],
  ],
  [
    [
      'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
      'See https://www.webrtc.org/ and https://shop.acme.dev/',
    ],
    [
      'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
      'See https://www.webrtc.org/ and https://host-1.internal/',
    ],
  ],
  [
    [
      String.raw`a=extmap:3/sendonly https://ext.acme.dev/a\r\na=extmap:4 http://media.acme.dev/b`,
      'https://media.acme.dev/',
    ],
    [
      String.raw`a=extmap:3/sendonly https://ext.acme.dev/a\r\na=extmap:4 http://host-1.internal/b`,
      'https://host-1.internal/',
    ],
  ],
  [['?next=https%3A%2F%2Fshop.acme.dev%2Fa'], ['?next=https%3A%2F%2Fhost-1.internal%2Fa']],
])('hosts: %j becomes %j', (before, after) => {
  expect(become(...before)).toEqual(after);
});

test('e-mail addresses have names, those for documentation keep theirs', () => {
  expect(become('Ada@acme.dev, ?email=ada%40acme.dev&x=1 b+c@d.io dev@example.com')).toEqual([
    'user-1@example.com, ?email=user-1%40example.com&x=1 user-2@example.com dev@example.com',
  ]);
});

test('TURN user names keep their expiry, ids of users and keys have names, instructions their length', () => {
  const body = {
    username: '1762861783:ada',
    sub: 'user_8f3',
    api_key_id: 'key_77',
    instructions: 'You are "Ada".',
    voice: 'alloy',
  };
  const after = {
    username: '1762861783:user-1',
    sub: 'subject-1',
    api_key_id: 'key-1',
    instructions: '[instructions, 16 characters]',
    voice: 'alloy',
  };
  const [plain, within] = become(JSON.stringify(body), JSON.stringify({ a: JSON.stringify(body) }));
  expect(JSON.parse(plain ?? '')).toEqual(after);
  expect(within).not.toMatch(/ada|user_8f3|key_77|Ada/);
  expect(within).toContain('1762861783:user-1');
});

test.each([
  ['{"type":"session.created","session":{"id":"s1"}}', '{"type":"session.created","session":{"id":"s1"}}'],
  [
    '{ "type": "response.output_item.done", "item": { "content": [ { "type": "text", "text": "My name is Ada" } ] } }',
    '{"type":"response.output_item.done","item":{"content":[{"type":"text","text":"[text, 14 characters]"}]}}',
  ],
  [
    '{"type":"x","words":["My","name"]}',
    '{"type":"x","words":["[text, 2 characters]","[text, 4 characters]"]}',
  ],
  [
    '{"type":"error","error":{"code":"bad","message":"No route to 10.9.9.9"}}',
    '{"type":"error","error":{"code":"bad","message":"No route to 10.0.0.1"}}',
  ],
  ['{"type":"x","transcript":"My name i', '{"type":"x","transcript":"[text, 9 characters]'],
  ['My name is Ada', '[text, 14 characters]'],
  ['[binary 12 bytes]', '[binary 12 bytes]'],
])('of the message %s stays %s', (before, after) => {
  expect(message(before)).toBe(after);
});

test('a message of 50,000 levels does not overflow', () => {
  expect(message('['.repeat(50_000) + ']'.repeat(50_000))).toContain('[nested too deeply]');
});

test('a pair tells the port from an IPv6 address by its place, and a hidden address stays hidden', () => {
  const pair = { state: 'succeeded', nominated: true, requestsSent: 1, responsesReceived: 1 };
  const log = logOf('rest', {
    kind: 'statistics',
    moment: 'connected',
    pairs: [
      { ...pair, local: 'host udp (address hidden):5000', remote: 'srflx udp 2a02:1:2:3::4:1234' },
      { ...pair, local: 'unknown', remote: 'host tcp media.acme.dev:9' },
    ],
  });
  const { recording } = anonymise(recordingOf(log), { keep: [] });
  expect(recording.log[1]).toMatchObject({
    pairs: [
      { local: 'host udp (address hidden):5000', remote: 'srflx udp 2001:db8:0:1::1:1234' },
      { local: 'unknown', remote: 'host tcp host-1.internal:9' },
    ],
  });
});

test('what was replaced is counted by kind, with examples', () => {
  const log = logOf(
    'rest',
    { kind: 'note', topic: 'carried', what: '10.1.1.1 10.1.1.1 10.1.1.2 ada@acme.dev' },
    { kind: 'channel', event: 'sent', label: 'x', text: 'Hi' },
  );
  expect(anonymise(recordingOf(log), { keep: ['transcripts'] }).replaced).toEqual([
    {
      kind: 'addresses',
      count: 2,
      examples: [
        { from: '10.1.1.1', to: '10.0.0.1' },
        { from: '10.1.1.2', to: '10.0.0.2' },
      ],
    },
    { kind: 'emails', count: 1, examples: [{ from: 'ada@acme.dev', to: 'user-1@example.com' }] },
  ]);
});
