import { expect, test } from 'vitest';
import {
  ended,
  envelope,
  type Literal,
  refused,
  request,
  response,
  restError,
  runOf,
} from '../../diagnosis/testing/literalLog.ts';
import type { Recording } from '../recording.ts';
import { recorded, recordingOf, refusedCall } from './testing/literalRecording.ts';
import { toMarkdown } from './toMarkdown.ts';

const written =
  'Written by webrtc-session-debugger 0.1.0. Secrets are replaced by pseudonyms: the same name is the same secret.';

/** The section of this title, without it; undefined where there is none. */
function section(title: string, recording: Recording): string | undefined {
  const sections = toMarkdown(recording).split(/^## /m);
  const found = sections.find((each) => each.startsWith(`${title}\n`));
  return found?.slice(title.length).trim();
}

test('a report says what it is, what proves it, what to do, and what to search for', () => {
  expect(toMarkdown(refusedCall())).toBe(`# The service refused the token, and nothing seen here explains it

\`invalid_ephemeral_token · unexplained · 401 · POST /v1/realtime/calls\`

/calls refused token#1 with “Invalid ephemeral token”, though its exp had not been seen to pass and no earlier call with it is known on this origin. It may have been spent elsewhere, belong to another environment, or have been withdrawn with its API key.

**Who must act:** The developer’s backend (likely: the log fits this best, and does not prove it)

## Evidence

- token#1 was sent (\`e2\`, at 100 ms)
- POST /v1/realtime/calls was answered 401, invalid_request_error, “Invalid ephemeral token” (\`e4\`, at 231 ms)

## Do this

Fetch a new token and try again. If that is refused too, check that token and call go to the same environment and that the API key is still active.

## Steps

1. Token: waiting
2. ICE config: waiting
3. SDP offer: waiting
4. Call: failed
5. Connection: waiting

## Request and response

\`\`\`http
POST https://api.orga-ai.com/v1/realtime/calls?mode=a+b&x=%31
authorization: Bearer token#1
content-type: application/json

{
  "offer": {
    "type": "offer",
    "sdp": "v=0"
  }
}
\`\`\`

After 31 ms:

\`\`\`http
401 Unauthorized
content-type: application/json
x-request-id: req-7f3a

{
  "error": {
    "type": "invalid_request_error",
    "message": "Invalid ephemeral token"
  }
}
\`\`\`

## Steps to reproduce

1. \`POST /v1/realtime/calls?mode=a+b&x=%31\` with token#1 → 401

## For server logs (UTC)

\`\`\`
2025-11-11T11:34:43.100Z  POST /v1/realtime/calls?mode=a+b&x=%31 → 401  correlation id: req-7f3a
\`\`\`

## What the official SDKs show

- \`@orga-ai/node\` Takes no part. No Node SDK takes part at the call: it only obtains credentials.
- \`@orga-ai/react (published)\` startSession() rejects with ConnectionError (CONNECTION_ERROR): “Failed to start session”; onError ×2: Error “Failed to connect to realtime: 401 Unauthorized”; state connecting → failed. The state stays “failed”: the next startSession() throws “Session is already active” until endSession().
- \`@orga-ai/react (newer)\` startSession() rejects with ConnectionError (CONNECTION_ERROR): “Failed to start session”; onError ×2: Error “Failed to connect to realtime: 401 Unauthorized”; state connecting → closed. The state goes back to “closed”: startSession() can be called again.

## Ruled out

- The token was already used: no earlier successful call with this token is known on this origin
- “Bearer undefined” was sent: there was no token: a token was sent (token#1)
- The API key was sent where the token belongs: a token was sent (token#1)
- What was sent as the token is no token: a token was sent (token#1)
- No Authorization header was sent: a token was sent (token#1)

## Environment

- Recorded: 2025-11-11T11:34:43.000Z
- Written by: webrtc-session-debugger 0.1.0
- From: this debugger
- Browser: Chrome 156.0.0.0
- User agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36
- Page: https://debugger.example/
- Target: live
- Route: rest
- Settings: the defaults

${written}
`);
});

test('of a log that says nothing there is the environment only', () => {
  expect(toMarkdown(recordingOf([], { userAgent: '', source: 'har' }))).toBe(`# A recorded session

## Environment

- Recorded: 2025-11-11T11:34:43.000Z
- Written by: webrtc-session-debugger 0.1.0
- From: a HAR file

${written}
`);
});

test('a request without a response tells why, or that nobody knows', () => {
  const failure = { reason: 'timeout', limit: 10_000, phase: 'headers' } as const;
  const shown = (...entries: readonly Literal[]) =>
    section('Request and response', recorded(request('calls'), ...entries))
      ?.split('\n')
      .at(-1);
  expect(shown()).toBe('No response was recorded.');
  expect(shown(restError('calls', failure))).toBe('POST /v1/realtime/calls → no response within 10 s');
});

test('the request that failed is shown, else the last one', () => {
  const [first, second] = [request('calls', { request: 'r1' }), request('ice-config', { request: 'r2' })];
  const error = restError('calls', { reason: 'timeout', limit: 1, phase: 'headers' }, { request: 'r1' });
  const shown = (...entries: readonly Literal[]) =>
    section('Request and response', recorded(...entries))
      ?.split('\n')
      .at(1);
  expect(shown(first, second)).toBe('GET https://api.orga-ai.com/v1/realtime/ice-config');
  expect(shown(first, second, error)).toBe('POST https://api.orga-ai.com/v1/realtime/calls');
});

test('the requests say how to reproduce it: with what, altered how, and what came', () => {
  const altered = { ...request('ice-config', { credential: { kind: 'none' } }), altered: ['no body', '*x*'] };
  expect(
    section(
      'Steps to reproduce',
      recorded(request('calls', { credential: { kind: 'undefined' } }), altered as Literal, response(200)),
    ),
  ).toBe(
    String.raw`1. ${'`POST /v1/realtime/calls`'} with undefined → no response
2. ${'`GET /v1/realtime/ice-config`'} with no credential, altered: no body; \*x\* → 200`,
  );
  expect(section('Steps to reproduce', recorded())).toBeUndefined();
});

test('of many requests the first thirty are reproduced, and the last thirty searched for', () => {
  const many = Array.from({ length: 31 }, (_, index) => request('calls', { request: `r${index}` }));
  const recording = recorded(...many);
  const calls = section('Steps to reproduce', recording)?.split('\n');
  expect([calls?.length, calls?.at(-1)]).toEqual([
    30,
    '30. `POST /v1/realtime/calls` with token#1 → no response',
  ]);
  const searched = section('For server logs (UTC)', recording)?.split('\n').slice(1, -1);
  expect([searched?.length, searched?.[0]]).toEqual([
    30,
    '2025-11-11T11:34:43.200Z  POST /v1/realtime/calls → no response',
  ]);
});

test('a simulated session is reproduced by its link', () => {
  const text = toMarkdown({ ...refusedCall(), scenario: 'call-401-used' });
  expect(text).toContain('Open https://debugger.example/?scenario=call-401-used&run=all : the simulated');
});

test.each([
  ['https://[::1]:4173/a-b/~c%20?x=1#y', 'https://[::1]:4173/a-b/~c%20?scenario=a%20b&run=all'],
  ['http://localhost/', 'http://localhost/?scenario=a%20b&run=all'],
  ['javascript:alert(1)', undefined],
  ['https://a.example/(b)', undefined],
  ['see https://a.example/', undefined],
])('the link to a scenario of the page %s is %s', (pageUrl, link) => {
  const recording = recordingOf(runOf({ pageUrl }), { scenario: 'a\ud800 b' });
  expect(section('Steps to reproduce', recording)).toBe(
    link && `Open ${link} : the simulated session runs by itself.`,
  );
});

test('a log without a beginning has no steps', () => {
  const { log } = refusedCall();
  const text = toMarkdown(recordingOf(log.slice(1)));
  expect(text).toContain('## Request and response');
  expect(text).not.toContain('## Steps\n');
});

test('a warning stands beside the remedy, and what the SDKs’ lines need beside them', () => {
  const recording = recordingOf(
    refused('client-secrets', 500, envelope('Server error'), { response: { statusText: '' } }),
  );
  expect(section('Do this', recording)).toMatch(
    /^Try again with growing pauses; .*\n\n\*\*Careful:\*\* The catalogue advises debug: true\. It prints .*\.$/,
  );
  expect(section('What the official SDKs show', recording)).toContain(
    '\n- The reply has no reason phrase, as always over HTTP/2: the SDK’s text ends after the status.\n- ',
  );
});

test('a verdict of another version stands beside that of today', () => {
  const verdict = { code: 'status.unlisted', certainty: 'likely', title: 'Old *title*' } as const;
  const told = (before: Recording['verdict'] & object) =>
    toMarkdown({ ...refusedCall(), verdict: before }).match(/^Version .*/m)?.[0];
  expect(told({ ...verdict, variant: 'x' })).toBe(
    String.raw`Version 0.1.0 took it for ${'`status.unlisted · x`'}: Old \*title\*`,
  );
  expect(told(verdict)).toBe(String.raw`Version 0.1.0 took it for ${'`status.unlisted`'}: Old \*title\*`);
});

test('a long body is shortened', () => {
  const text = toMarkdown(refusedCall('a'.repeat(60_000)));
  expect(text.length).toBeLessThan(20_000);
  expect(text).toContain('characters left out');
});

test('of what ruled nothing out there is no list', () => {
  const error = { name: 'TypeError', message: 'x is undefined' };
  const unexpected = { kind: 'unexpected', step: 'call', failure: { reason: 'unexpected', error } } as const;
  const recording = recorded(unexpected, ...ended('call', 'e2'));
  expect(section('Evidence', recording)).toBe('- TypeError was thrown (`e2`, at 100 ms)');
  expect(section('Ruled out', recording)).toBeUndefined();
});
