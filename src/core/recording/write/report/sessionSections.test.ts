import { expect, test } from 'vitest';
import { type Literal, request, response, restError } from '../../../diagnosis/testing/literalLog.ts';
import type { Recording } from '../../recording.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { recorded, recordingOf, refusedCall } from '../testing/literalRecording.ts';
import { environmentSection, requestsSection, stepsSection } from './sessionSections.ts';

const unreachable = { reason: 'unreachable', error: { name: 'TypeError', message: 'no' } } as const;

function steps(...entries: readonly Literal[]): string {
  return stepsSection(judgeRecording(recorded(...entries))).markup;
}

function requests(recording: Recording): string {
  return requestsSection(judgeRecording(recording)).markup;
}

test('the five steps stand with their state, their status and their time', () => {
  const icons = [
    ['check', 'M3 8.5 6.5 12 13 4.5'],
    ['skip', 'M3 8h10M10 5l3 3-3 3'],
    ['running', 'M8 3a5 5 0 1 1-5 5'],
    ['cross', 'M4 4l8 8M12 4l-8 8'],
    ['ring', 'M8 3a5 5 0 1 0 0 10A5 5 0 1 0 8 3z'],
  ].map(([, path]) => `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`);
  const items = [
    ['done', 'Token', 'done · 200 · 31 ms'],
    ['skipped', 'ICE config', 'skipped'],
    ['running', 'SDP offer', 'running'],
    ['failed', 'Call', 'failed · 2 s'],
    ['waiting', 'Connection', 'waiting'],
  ].map(
    ([state, title, details], index) =>
      `<li data-state="${state}">${icons[index]}<span><strong>${title}</strong><small>${details}</small></span></li>`,
  );
  expect(
    steps(
      request('client-secrets'),
      response(200, { step: 'token' }),
      { kind: 'step', step: 'token', state: 'done', took: 31 },
      { kind: 'step', step: 'ice-config', state: 'skipped' },
      { kind: 'step', step: 'offer', state: 'running' },
      { kind: 'step', step: 'call', state: 'failed', took: 2_000 },
    ),
  ).toBe(`<section id="steps"><h2>Steps</h2><ol class="card steps">${items.join('')}</ol></section>`);
});

test('a log that does not say how it began has no steps', () => {
  expect(stepsSection(judgeRecording(recordingOf(refusedCall().log.slice(1)))).markup).toBe('');
});

test('a request stands with its reply, the failed one open', () => {
  expect(
    requests(refusedCall()),
  ).toBe(`<section id="requests"><h2>Requests</h2><div class="card long"><details class="fold" open><summary><code>POST /v1/realtime/calls?mode=a+b&amp;x=%31</code> → <span class="tag" data-tone="error">401 Unauthorized</span><span class="quiet"> in 31 ms</span></summary>
<div class="pair"><div><h3>Request</h3><pre>POST https://api.orga-ai.com/v1/realtime/calls?mode=a+b&amp;x=%31
authorization: Bearer token#1
content-type: application/json

{
  &quot;offer&quot;: {
    &quot;type&quot;: &quot;offer&quot;,
    &quot;sdp&quot;: &quot;v=0&quot;
  }
}</pre></div>
<div><h3>Response</h3><p>401 invalid_request_error &quot;Invalid ephemeral token&quot;</p><pre>401 Unauthorized
content-type: application/json
x-request-id: req-7f3a

{
  &quot;error&quot;: {
    &quot;type&quot;: &quot;invalid_request_error&quot;,
    &quot;message&quot;: &quot;Invalid ephemeral token&quot;
  }
}</pre></div></div></details>
<details class="fold"><summary>For server logs: UTC times and correlation ids</summary><div class="pair"><div><pre>2025-11-11T11:34:43.100Z  POST /v1/realtime/calls?mode=a+b&amp;x=%31 → 401  correlation id: req-7f3a</pre></div></div></details></div></section>`);
});

test('what came right is closed, what got no response says so, and why', () => {
  const text = requests(
    recorded(
      request('client-secrets', { request: 'r1' }),
      response(200, { request: 'r1' }),
      request('ice-config', { request: 'r2' }),
      request('calls', { request: 'r3' }),
      restError('calls', unreachable, { request: 'r3' }),
    ),
  );
  expect(text.match(/<details class="fold"( open)?><summary><code>.*?<\/summary>/g)).toEqual([
    '<details class="fold"><summary><code>POST /v1/realtime/client-secrets</code> → <span class="tag" data-tone="ok">200</span><span class="quiet"> in 25 ms</span></summary>',
    '<details class="fold"><summary><code>GET /v1/realtime/ice-config</code> → <span class="tag" data-tone="warn">no response</span><span class="quiet"></span></summary>',
    '<details class="fold" open><summary><code>POST /v1/realtime/calls</code> → <span class="tag" data-tone="error">no response</span><span class="quiet"></span></summary>',
  ]);
  expect(text.match(/<h3>Response<\/h3>.*?<\/div>/gs)).toEqual([
    '<h3>Response</h3><pre>200</pre></div>',
    '<h3>Response</h3></div>',
    '<h3>Response</h3><p>no response: TypeError &quot;no&quot;</p></div>',
  ]);
});

test('of many requests the last hundred are written out', () => {
  const many = Array.from({ length: 101 }, (_, index) => request('calls', { request: `r${index}` }));
  const text = requests(recorded(...many));
  expect(text.match(/<h3>Request<\/h3>/g)).toHaveLength(100);
  expect(text.match(/ → no response(?=\n|<)/g)).toHaveLength(100);
  expect(text).not.toContain('2025-11-11T11:34:43.100Z');
});

test('without a request there is no section, without a run there is an environment', () => {
  expect(requests(recorded())).toBe('');
  expect(environmentSection(judgeRecording(recordingOf([], { userAgent: '', source: 'har' }))).markup).toBe(
    '<section id="environment"><h2>Environment</h2><dl class="card facts"><dt>Recorded</dt><dd>2025-11-11T11:34:43.000Z</dd><dt>Written by</dt><dd>webrtc-session-debugger 0.1.0</dd><dt>From</dt><dd>a HAR file</dd></dl></section>',
  );
});
