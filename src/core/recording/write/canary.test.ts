import { expect, test } from 'vitest';
import { encodeBase64, utf8Bytes } from '../../base64.ts';
import { candidate, description, goodAnswer, servers } from '../../diagnosis/testing/literalConnection.ts';
import {
  ended,
  envelope,
  type Literal,
  request,
  response,
  restError,
  runOf,
} from '../../diagnosis/testing/literalLog.ts';
import { createRedactor } from '../../redaction.ts';
import { type ExportFormat, exportFormats } from './exportFormat.ts';
import { exportRecording } from './exportRecording.ts';
import { recordingOf } from './testing/literalRecording.ts';

const canaries = {
  'api-key': 'sk_orga_ai_CANARY0123456789abcdef&+ /',
  token: 'eyJhbGciOiJIUzI1NiJ9.eyJjYW5hcnkiOjF9.CANARYsignature0123456789',
  'turn-credential': 'CANARYturnCredential0123456789==',
  'ice-pwd': 'CANARYicepwd0123456789ab',
} as const;

const formats = Object.keys(exportFormats) as ExportFormat[];

/** Ways in which a text can be written down. */
function spellings(secret: string): readonly string[] {
  const form = encodeURIComponent(secret).replaceAll('%20', '+');
  return [
    secret,
    encodeURIComponent(secret),
    form,
    encodeBase64(utf8Bytes(secret)),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/** A log in which every secret stands wherever a careless server, page or person may put it. */
function carelessLog() {
  const { 'api-key': key, token, 'turn-credential': turn, 'ice-pwd': pwd } = canaries;
  const echoed = `no: ${key} ${token} ${encodeURIComponent(key)} ${encodeBase64(utf8Bytes(key))}`;
  const sdp = `${goodAnswer}a=ice-pwd:${pwd}\r\n`;
  const call = request('calls', {
    url: `https://api.orga-ai.com/v1/realtime/calls?key=${encodeURIComponent(key)}`,
    body: JSON.stringify({ offer: { sdp }, note: echoed }),
  });
  return runOf(
    { pageUrl: `https://debugger.example/?token=${token}` },
    servers(['turn:turn.example:3478'], {
      servers: [{ urls: ['turn:turn.example:3478'], username: 'u', credential: turn }],
    }),
    description('local', sdp),
    candidate('host', `turn:turn.example?credential=${encodeURIComponent(turn)}`),
    { ...call, headers: { authorization: `Bearer ${token}`, cookie: `session=${key}` } } as Literal,
    response(401, {
      body: echoed,
      headers: { 'x-echo': echoed, 'set-cookie': `a=${token}` },
      statusText: echoed,
      correlationId: token,
    }),
    restError('calls', { reason: 'http', status: 401, reading: envelope(echoed) }),
    { kind: 'channel', event: 'received', label: 'events', text: echoed },
    description('remote', sdp, 'answer'),
    ...ended('call', 'e7'),
  );
}

function redactedRecording() {
  const redactor = createRedactor();
  for (const [kind, secret] of Object.entries(canaries)) redactor.name(kind as keyof typeof canaries, secret);
  return redactor.redact(recordingOf(carelessLog(), { name: `of ${canaries.token}` }));
}

test('the search would find every secret in what was not redacted', () => {
  const raw = exportRecording(recordingOf(carelessLog()), 'recording');
  for (const secret of Object.values(canaries)) {
    expect(spellings(secret).some((spelling) => raw.includes(spelling))).toBe(true);
  }
});

test.each(formats)('no secret stands in %s, however it is spelt', (format) => {
  const text = exportRecording(redactedRecording(), format);
  for (const spelling of Object.values(canaries).flatMap(spellings)) expect(text).not.toContain(spelling);
  expect(text).not.toContain('CANARY');
});
