import { expect, test } from 'vitest';
import { refused } from '../../diagnosis/testing/literalLog.ts';
import { ask } from './askFor.ts';
import { recogniseText } from './recogniseText.ts';
import { tokenOf } from './testing/harFile.ts';

const now = 1_795_348_800_000;
const seconds = now / 1000;
const orga = 'https://api.orga-ai.com/v1/realtime';
const key = 'sk_orga_ai_0123456789abcdefghijklmnop';
const keyWarning =
  'This is an API key, or holds one. It belongs in a backend only: if others saw this text, replace the key.';

/** Findings by their codes, the rest as it is. */
function pasted(text: string) {
  const { findings, reading, ...rest } = recogniseText(text, { now, id: 'r1' });
  return {
    ...rest,
    findings: findings.map(({ code, variant }) => `${code}/${variant}`),
    ...(reading === undefined ? {} : { opens: reading.ok }),
  };
}

const made = 'It was made at 2026-11-22 12:00:00 UTC.';

test.each([
  [{ iat: seconds, exp: seconds + 60 }, [made, 'It is valid until 2026-11-22 12:01:00 UTC.']],
  [{ exp: seconds + 1 }, ['It is valid until 2026-11-22 12:00:01 UTC.', 'The JWT has no `iat`.']],
  [{ iat: seconds }, [made, 'The JWT has no `exp`.']],
  [
    { iat: -1e13, exp: 1e11 },
    ['It was made at -10000000000000 s.', 'It is valid until 5138-11-16 09:46:40 UTC.'],
  ],
])('a token with %j is valid, and when it was used is asked for', (claims, facts) => {
  const told = { kind: 'token', findings: [], facts, askFor: [ask.call] };
  const token = tokenOf(claims);
  for (const text of [
    token,
    `Bearer ${token}`,
    `Authorization: Bearer ${token}`,
    `\uFEFF authorization:bearer  ${token}\n`,
  ])
    expect(pasted(text)).toEqual(told);
});

test.each([
  [0, '12:00:00 UTC, 0 s'],
  [119, '11:58:01 UTC, 119 s'],
  [120, '11:58:00 UTC, 2 min'],
  [930, '11:44:30 UTC, 16 min'],
])('a token that ended %i s ago is refused for that', (ago, words) => {
  expect(pasted(tokenOf({ iat: seconds - 1_800, exp: seconds - ago }))).toEqual({
    kind: 'token',
    findings: ['invalid_ephemeral_token/expired'],
    facts: ['It was made at 2026-11-22 11:30:00 UTC.', `It ended 2026-11-22 ${words} ago.`],
    askFor: [],
  });
});

test('an API key alone is warned of', () => {
  for (const text of [key, `Bearer ${key}`])
    expect(pasted(text)).toEqual({ kind: 'api-key', findings: [], facts: [keyWarning], askFor: [ask.har] });
});

test('what is too long for a token, or has other letters, is none', () => {
  const unknown = { kind: 'unknown', findings: [], facts: [], askFor: [ask.more, ask.har] };
  expect(pasted(tokenOf({ long: 'x'.repeat(20_000) }))).toEqual(unknown);
  expect(pasted(`my ${tokenOf({})}`)).toEqual(unknown);
  expect(pasted(`${tokenOf({})}, please`)).toEqual(unknown);
  expect(pasted('one.two')).toEqual(unknown);
  expect(pasted('my bearer')).toEqual(unknown);
});

const sdp = (setup: string) =>
  `v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=setup:${setup}`;
const flaws = (side: string) => [
  `The ${side} has no candidates`,
  `The audio section (mid 0) of the ${side} has no a=fingerprint: line 5, m=audio 9 UDP/TLS/RTP/SAVPF 111`,
  `The audio section (mid 0) of the ${side} has no a=rtcp-mux: line 5, m=audio 9 UDP/TLS/RTP/SAVPF 111`,
];

test('an answer is told what is wrong with it, and what it is refused for', () => {
  const told = {
    kind: 'sdp',
    findings: ['sdp.no-fp/absent', 'sdp.no-rtcp-mux/absent'],
    facts: flaws('answer'),
    askFor: [ask.answer, ask.dump],
    opens: true,
  };
  for (const text of [sdp('active'), `\n${sdp('active')}\r\n`, JSON.stringify(sdp('active'))])
    expect(pasted(text)).toEqual(told);
});

test('what of an answer cannot be named otherwise is no finding', () => {
  expect(pasted('v=0\r\no=- 1')).toMatchObject({ findings: [], facts: ['The answer lacks s=, t='] });
});

test('a finding has the words of the catalogue', () => {
  const [first] = recogniseText(sdp('active'), { now, id: 'r1' }).findings;
  expect(first).toEqual({
    code: 'sdp.no-fp',
    variant: 'absent',
    title: 'The answer has no a=fingerprint line',
    why: 'No a=fingerprint line stands in the answer. Line 5: m=audio 9 UDP/TLS/RTP/SAVPF 111. setRemoteDescription threw OperationError.',
  });
});

test('an offer is told what is wrong with it', () => {
  expect(pasted(sdp('actpass'))).toEqual({
    kind: 'sdp',
    findings: [],
    facts: flaws('offer'),
    askFor: [ask.answer, ask.dump],
    opens: true,
  });
});

test('a long line of a description is cut off', () => {
  const long = `a=setup:${'x'.repeat(300)}`;
  const { facts } = pasted(sdp('active').replace('a=setup:active', long));
  expect(facts.filter((fact) => fact.includes('a=setup:')).map((fact) => fact.split(', a=')[1])).toEqual([
    long.slice(2, 120),
  ]);
});

const curl = (path: string, bearer?: string) =>
  pasted(`curl ${bearer === undefined ? '' : `-H 'Authorization: Bearer ${bearer}' `}${orga}/${path}`);
const valid = tokenOf({ iat: seconds, exp: seconds + 60 });
const over = tokenOf({ iat: seconds - 60, exp: seconds });

test.each([
  ['calls', valid, []],
  ['calls', over, ['invalid_ephemeral_token/expired']],
  ['ice-config', over, ['invalid_ephemeral_token/expired']],
  ['client-secrets', key, []],
  ['client-secrets', undefined, ['invalid_request_error/no-authorization']],
  ['calls', undefined, ['invalid_request_error/no-authorization']],
  ['calls', 'undefined', ['credential.undefined/sent']],
  ['models', undefined, []],
] as const)('a command for %s with %s is refused for %j', (path, bearer, findings) => {
  expect(curl(path, bearer)).toEqual({
    kind: 'curl',
    findings,
    facts: bearer === key ? [keyWarning] : [],
    askFor: [ask.har],
  });
});

test('a command without a credential gets the documented answer', () => {
  const [first] = recogniseText(`curl ${orga}/calls`, { now, id: 'r1' }).findings;
  expect(first?.why).toBe(
    'The request to /calls carried no Authorization header, and the service answered 403, “Not authenticated”.',
  );
});

test('a command whose credential belongs elsewhere is told so', () => {
  expect(curl('calls', key).findings).toHaveLength(1);
  expect(curl('client-secrets', valid).findings).toHaveLength(1);
  expect(curl('calls', key).findings).not.toEqual(curl('client-secrets', valid).findings);
});

test('the reply that stands in a command is not looked for in it', () => {
  expect(pasted(`curl ${orga}/calls -H 'Authorization: Bearer ${valid}' -d '{"error":"x"}'`)).toMatchObject({
    kind: 'curl',
    findings: [],
  });
});

const envelope = JSON.stringify({
  error: {
    message: 'Incorrect or inactive ephemeral token provided.',
    type: 'invalid_request_error',
    param: null,
    code: null,
  },
});

const json = (text: string) => ({ kind: pasted(text).kind, findings: pasted(text).findings });

test.each([
  [envelope],
  [`POST /calls answered ${envelope} at last`],
  [`event: error\r\ndata: ${envelope}\r\n\r\ndata: {"a":1}`],
  [`{ is not JSON\ndata: ${envelope} at last`],
  [`answered:\n${JSON.stringify(JSON.parse(envelope), undefined, 2)}\nat last`],
  [JSON.stringify(JSON.parse(envelope), undefined, 2)],
])('the body in %j is found', (text) => {
  expect(json(text)).toEqual({ kind: 'json', findings: ['invalid_ephemeral_token/unexplained'] });
});

test('braces alone are no JSON, nor is what stands after two hundred lines', () => {
  for (const text of ['{', '}{', 'use {this} here', `${'x\n'.repeat(200)}{"a":1}\n}`])
    expect(json(text).kind).toBe('unknown');
  expect(json(`${'x\n'.repeat(199)}{"a":1}\n}`).kind).toBe('json');
});

test('other words are an error where they say so', () => {
  expect(pasted('MyError: it broke')).toEqual({
    kind: 'error',
    findings: [],
    facts: [],
    askFor: [ask.har],
  });
  expect(pasted('WebRTC: ICE failed, see about:webrtc')).toMatchObject({ kind: 'error', askFor: [ask.dump] });
  expect(pasted('Errors were made')).toMatchObject({ kind: 'unknown', askFor: [ask.more, ask.har] });
  expect(pasted(`Error: the key ${key} is bad`).facts).toEqual([keyWarning]);
});

test('of a long text the beginning is looked at', () => {
  expect(pasted(`${'x '.repeat(99_990)}MyError`)).toMatchObject({ kind: 'error' });
  expect(pasted(`${'x '.repeat(100_000)}MyError`)).toMatchObject({ kind: 'unknown' });
});

test('a whole log is judged and can be opened', () => {
  const log = refused('calls', 401, {
    format: 'envelope',
    answeredBy: 'orga',
    code: 'invalid_ephemeral_token',
  });
  const { kind, findings, facts, askFor, opens } = pasted(
    log.map((entry) => JSON.stringify(entry)).join('\n'),
  );
  expect({ kind, facts, askFor, opens }).toEqual({ kind: 'recording', facts: [], askFor: [], opens: true });
  expect(findings[0]).toMatch(/^invalid_ephemeral_token\//);
});

test('nothing is nothing', () => {
  expect(pasted('\uFEFF \n')).toEqual({ kind: 'nothing', findings: [], facts: [], askFor: [] });
});
