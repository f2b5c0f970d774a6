import { expect, test } from 'vitest';
import { recogniseText } from './recogniseText.ts';

const now = Date.parse('2026-11-22T12:00:00Z');
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown) =>
  `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64(claims)}.c2lnbmF0dXJlLW9mLWEtdG9rZW4`;
const expired = jwt({ sub: 'dev@example.com', iat: now / 1000 - 700, exp: now / 1000 - 100 });
const key = 'sk_orga_ai_0123456789abcdefghijklmnop';

const pasted = (text: string) => recogniseText(text, { now, id: 'r1' });
const first = (text: string) => {
  const [found] = pasted(text).findings;
  return found === undefined ? 'none' : `${found.code}/${found.variant}`;
};

test('texts of the client SDK lead to what they hide', () => {
  expect(first('Error: Failed to connect to realtime: 401 Unauthorized\n    at a (sdk.js:1:2)')).toBe(
    'invalid_ephemeral_token/unexplained',
  );
  expect(first('Request timeout: Failed to connect to realtime within 10 seconds')).toBe(
    'timeout_error/no-response',
  );
  expect(first('Error: Failed to fetch session config: 404 Not Found')).toBe(
    'backend.route-missing/not-found',
  );
  expect(first('Invalid response from session config endpoint')).toBe('reply.incomplete/token-absent');
});

test('one request is one finding: the exact variant, not its general kind beside it', () => {
  for (const text of [
    'Error: Failed to connect to realtime: 401 Unauthorized',
    'OrgaAIServerError: Failed to fetch ICE servers: Unauthorized',
  ])
    expect(pasted(text).findings.map(({ code, variant }) => `${code}/${variant}`)).toEqual([
      'invalid_ephemeral_token/unexplained',
    ]);
});

test('the text that says nothing asks for the one that does', () => {
  const { kind, findings, askFor } = pasted(
    'ConnectionError: Failed to start session\n    at OrgaAI.startSession (index.js:10:3)',
  );
  expect({ kind, findings }).toEqual({ kind: 'error', findings: [] });
  expect(askFor[0]).toMatch(/^What the SDK’s onError was called with/);
});

test('texts of the Node SDK are what the backend met, also within a log line', () => {
  expect(first('OrgaAIServerError: Failed to fetch ICE servers: Unauthorized')).toBe(
    'invalid_ephemeral_token/unexplained',
  );
  expect(first('2026-11-22T12:00:00Z error Failed to get session config: fetch failed\n    at x')).toBe(
    'network.unreachable/fetch-failed',
  );
  expect(first('OrgaAIAuthenticationError: Invalid API key or user email')).toBe(
    'OrgaAIAuthenticationError/401',
  );
});

test('JSON bodies: envelope, double-wrapped, detail, of an event stream', () => {
  const envelope = {
    error: {
      message: 'Incorrect or inactive ephemeral token provided.',
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
  };
  expect(first(JSON.stringify(envelope))).toBe('invalid_ephemeral_token/unexplained');
  expect(first(`data: ${JSON.stringify(envelope)}\n\n`)).toBe('invalid_ephemeral_token/unexplained');
  const keyError = {
    message: 'Incorrect or inactive API key provided.',
    type: 'invalid_request_error',
    param: null,
    code: null,
  };
  expect(
    first(
      JSON.stringify({
        error: { message: { error: keyError }, type: 'invalid_request_error', param: null, code: null },
      }),
    ),
  ).toBe('invalid_request_error/wrong-key');
  expect(
    first(
      JSON.stringify({
        detail: [{ type: 'missing', loc: ['body', 'params', 'voice'], msg: 'Field required' }],
      }),
    ),
  ).toBe('missing/other');
  expect(pasted(JSON.stringify(envelope)).askFor[0]).toBe('The HTTP status and the URL beside this body.');
});

test('exceptions of the browser', () => {
  expect(first('NotAllowedError: Permission denied')).toBe('media.denied/user');
  expect(first('DOMException: NotFoundError: Requested device not found')).toBe('media.notfound/none');
  expect(
    first(
      "OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. x Expects m line.",
    ),
  ).toBe('sdp.rejected/other');
  expect(
    first(
      "Access to fetch at 'https://app.example/api' from origin 'https://x.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header",
    ),
  ).toBe('network.cors/no-headers');
});

test('a curl command shows which credential goes where, and never shows it', () => {
  const wrong = `curl 'https://api.orga-ai.com/v1/realtime/calls' -X POST \\\n  -H 'Authorization: Bearer ${key}' --data-raw '{"offer":{}}'`;
  const { kind, findings, facts } = pasted(wrong);
  expect(kind).toBe('curl');
  expect(findings[0]?.code).toMatch(/credential|invalid/);
  expect(facts[0]).toMatch(/^This is an API key, or holds one/);
  expect(JSON.stringify(pasted(wrong))).not.toContain(key);
  expect(
    first(`curl -H "Authorization: Bearer undefined" https://api.orga-ai.com/v1/realtime/ice-config`),
  ).toBe('credential.undefined/sent');
  expect(first(`curl -H "Authorization: Bearer ${expired}" https://api.orga-ai.com/v1/realtime/calls`)).toBe(
    'invalid_ephemeral_token/expired',
  );
  expect(
    first(
      `curl -H "Authorization: Bearer ${jwt({ iat: now / 1000, exp: now / 1000 + 60 })}" https://api.orga-ai.com/v1/realtime/calls`,
    ),
  ).toBe('none');
});

test('an exception that quotes a key, a token or a password says none of them', () => {
  const password = 'Zm9vYmFyYmF6cXV4MDEyMzQ1';
  const text = `OperationError: Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. a=ice-pwd:${password} ${key} ${expired} Expects m line.`;
  const told = JSON.stringify(pasted(text));
  expect(told).toContain('sdp.rejected');
  for (const secret of [password, key, expired, expired.slice(-20)]) expect(told).not.toContain(secret);
});

test('a token says when it ends, and nothing of itself', () => {
  const over = pasted(`Bearer ${expired}`);
  expect(over.kind).toBe('token');
  expect(over.facts).toContain('It ended 2026-11-22 11:58:20 UTC, 100 s ago.');
  expect(over.findings[0]).toMatchObject({ code: 'invalid_ephemeral_token', variant: 'expired' });
  expect(JSON.stringify(over)).not.toContain(expired.slice(-20));
  const good = pasted(jwt({ iat: now / 1000, exp: now / 1000 + 60 }));
  expect(good.findings).toEqual([]);
  expect(good.askFor).toHaveLength(1);
  expect(pasted(key)).toMatchObject({ kind: 'api-key' });
});

test('a session description is checked and can be opened', () => {
  const answer =
    'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\na=mid:0\r\na=ice-ufrag:abcd\r\na=ice-pwd:abcdefghijklmnopqrstuvwx\r\na=setup:active\r\n';
  const { kind, facts, reading, findings } = pasted(answer);
  expect(kind).toBe('sdp');
  expect(facts.join('\n')).toMatch(/fingerprint/i);
  expect(findings.map(({ code }) => code)).toContain('sdp.no-fp');
  expect(reading).toMatchObject({ ok: true, recording: { source: 'sdp', startedAt: 0 } });
});

test('what is a whole session can be opened; nothing and nonsense say so', () => {
  const log = [{ id: 'e1', at: 0, attempt: 1, kind: 'run', state: 'stopped' }];
  expect(
    pasted(
      JSON.stringify({
        format: 'webrtc-session-recording',
        version: 1,
        product: '1',
        source: 'debugger',
        id: 'r',
        startedAt: 1,
        userAgent: '',
        log,
      }),
    ),
  ).toMatchObject({ kind: 'recording', reading: { ok: true } });
  expect(pasted('  ')).toEqual({ kind: 'nothing', findings: [], facts: [], askFor: [] });
  expect(pasted('hello there')).toMatchObject({ kind: 'unknown', findings: [] });
});

test('a password that a fact of a description quotes is not said', () => {
  const answer =
    'v=0\r\no=- 1 2 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=mid:0\r\na=ice-pwd:hunter2secret\r\n';
  expect(JSON.stringify(pasted(answer).facts)).not.toContain('hunter2secret');
  expect(JSON.stringify(pasted(answer).facts)).toContain('a=ice-pwd:');
});
