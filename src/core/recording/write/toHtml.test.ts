import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerWith, description, goodOffer } from '../../diagnosis/testing/literalConnection.ts';
import { request } from '../../diagnosis/testing/literalLog.ts';
import { embeddedRecording } from '../embeddedRecording.ts';
import { parseRecording } from '../parseRecording.ts';
import { hashes } from './report/policy.ts';
import { reportScript } from './report/script.ts';
import { reportStyle } from './report/style.ts';
import { hostileTexts } from './testing/hostile.ts';
import { recorded, recordingOf, refusedCall } from './testing/literalRecording.ts';
import { toHtml } from './toHtml.ts';

function sha256(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** The recording that the report carries, as who opens it reads it. */
function embedded(report: string): unknown {
  return JSON.parse(embeddedRecording(report) ?? '');
}

test('the policy admits the report’s own style and script and no other', () => {
  expect(hashes).toEqual({ style: sha256(reportStyle), script: sha256(reportScript) });
  expect(toHtml(refusedCall())).toContain(
    `content="default-src &#39;none&#39;; style-src &#39;${hashes.style}&#39;; script-src &#39;${hashes.script}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
  );
});

test('a report is a page with its name, its sections and links to these', () => {
  const page = toHtml({ ...refusedCall(), name: 'Mine & yours' });
  expect(
    page.slice(0, page.indexOf('<style>')).replace(/(?<=Policy" content=")[^"]*/, '…'),
  ).toBe(`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="…">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>The service refused the token, and nothing seen here explains it – WebRTC session report</title>
`);
  expect(page).toContain(
    '<header class="top"><span>WebRTC session report · Mine &amp; yours</span><nav aria-label="Contents"><a href="#steps">Steps</a><a href="#requests">Requests</a><a href="#sdp">SDP</a><a href="#log">Log</a><a href="#environment">Environment</a></nav></header>',
  );
  expect(page.match(/<section [^>]*?id="\w+"/g)).toEqual([
    '<section class="card verdict" id="verdict"',
    '<section id="steps"',
    '<section id="requests"',
    '<section id="sdp"',
    '<section id="log"',
    '<section id="environment"',
  ]);
  expect(toHtml(recordingOf([]))).toContain(
    '<span>WebRTC session report</span><nav aria-label="Contents"><a href="#environment">Environment</a></nav>',
  );
});

test('a verdict links to the rows that prove it', () => {
  const report = toHtml(refusedCall());
  expect(report).toContain('<a href="#row-2">token#1 was sent</a>');
  expect(report).toMatch(/<li id="row-2" data-level="1" data-proof>/);
});

test('the recording can be read out of the report as it was', () => {
  for (const text of hostileTexts) {
    const recording = { ...refusedCall(text), name: text };
    expect(embedded(toHtml(recording))).toEqual(recording);
  }
});

test('the debugger reads the recording back', () => {
  const recording = refusedCall('</script>');
  expect(parseRecording(embedded(toHtml(recording)))).toMatchObject({ ok: true, recording, notes: [] });
});

test('a log without a beginning, and an empty one, make a report too', () => {
  expect(toHtml(recordingOf(refusedCall().log.slice(1), { source: 'har' }))).toContain('id="requests"');
  expect(toHtml(recordingOf([]))).toContain('<h1 id="title">A recorded session</h1>');
});

test('a line of lint stands at its line', () => {
  const report = toHtml(recorded(description('local', goodOffer), description('remote', answerWith())));
  expect(report).toMatch(/<section id="sdp">.*lint|remark/);
  expect(report).toContain('<code>no-candidates</code>');
});

test('of a long log the begin, the end and the evidence are shown, and the rest is counted', () => {
  const one = refusedCall();
  const filler = Array.from({ length: 20_000 }, (_, index) => ({
    ...recorded({ kind: 'state', machine: 'ice', to: 'checking' }).log[1],
    id: `f${index}`,
  }));
  const log = [
    ...one.log.slice(0, 1),
    ...filler,
    ...one.log.slice(1, 2),
    ...filler,
    ...one.log.slice(2),
  ] as typeof one.log;
  const report = toHtml({ ...one, log });
  expect(report.match(/<li id="row-/g)).toHaveLength(10_001);
  expect(report).toContain('30,005 rows in the middle are not shown');
  expect(report).toContain('<a href="#row-20002">token#1 was sent</a>');
});

test('a line of a megabyte is shortened everywhere but in the recording', () => {
  const long = 'a'.repeat(1_000_000);
  const recording = recorded(request('calls', { body: long, url: `https://a.example/${long}` }));
  expect(toHtml(recording).length).toBeLessThan(2_200_000);
});
