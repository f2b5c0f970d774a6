import { expect, test } from 'vitest';
import type { LogEntry } from '../../../session/log.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { recordingOf, refusedCall } from '../testing/literalRecording.ts';
import { logSection, rowNumbers } from './logSection.ts';

function logOfLength(length: number): readonly LogEntry[] {
  return Array.from({ length }, (_, index) => ({
    kind: 'state',
    machine: 'ice',
    to: 'checking',
    id: `e${index + 1}`,
    at: index,
    attempt: 1,
  }));
}

function judgedOf(log: readonly LogEntry[], proofs: readonly string[] = []) {
  const { verdict } = judgeRecording(refusedCall());
  const evidence = proofs.map((entry) => ({ entry, says: 'It proves it.' }));
  return {
    ...judgeRecording(recordingOf([])),
    recording: recordingOf(log),
    verdict: verdict && { ...verdict, evidence },
  };
}

function sectionOf(log: readonly LogEntry[], proofs: readonly string[] = []): string {
  const judged = judgedOf(log, proofs);
  return logSection(judged, rowNumbers(judged)).markup;
}

test('a row says when, how grave, where and what, with its facts below it', () => {
  const log: readonly LogEntry[] = [
    {
      id: 'e1',
      at: 1_234.5,
      attempt: 2,
      kind: 'description',
      step: 'offer',
      side: 'local',
      type: 'offer',
      sdp: 'v=0\r\n',
    },
  ];
  expect(sectionOf(log, ['e1'])).toBe(`<section id="log"><h2>Log</h2>
<div class="filter" id="filter" role="search" aria-label="Filter the log" hidden>
<label>Level <select id="level"><option value="0">all</option><option value="1">info and above</option><option value="2">warnings and errors</option><option value="3">errors</option></select></label>
<label>Text <input id="text" type="search" autocomplete="off" spellcheck="false"></label>
<output id="shown" data-all="1">1 row</output></div>

<p class="printed quiet">On paper: warnings, errors and evidence. The file has 1 row.</p>
<div class="card long"><ol class="log" start="1"><li id="row-1" data-level="1" data-proof><details><summary><time datetime="2025-11-11T11:34:44.234Z">1.234</time><span class="tag" data-tone="info">info</span><span class="step">offer</span><span class="line">Local offer: 0 media sections, 5 characters</span></summary><pre>{
  &quot;id&quot;: &quot;e1&quot;,
  &quot;kind&quot;: &quot;description&quot;,
  &quot;attempt&quot;: 2,
  &quot;side&quot;: &quot;local&quot;,
  &quot;type&quot;: &quot;offer&quot;,
  &quot;sdp&quot;: &quot;v=0
&quot;
}</pre></details></li></ol></div></section>`);
});

test('rows stand in chunks of a hundred, and only a full one says so', () => {
  const chunks = (length: number) => sectionOf(logOfLength(length)).match(/<ol[^>]*>/g);
  expect(chunks(99)).toEqual(['<ol class="log" start="1">']);
  expect(chunks(100)).toEqual(['<ol class="log" start="1" data-full>']);
  expect(chunks(101)).toEqual(['<ol class="log" start="1" data-full>', '<ol class="log" start="101">']);
});

test('an empty log has no section', () => {
  expect(sectionOf([])).toBe('');
});

test('of a long log the first and the last five thousand rows are shown, and what proves it', () => {
  const numbers = rowNumbers(judgedOf(logOfLength(10_003), ['e5002']));
  const shown = [1, 5_000, 5_001, 5_002, 5_003, 5_004, 10_003].map((number) => numbers.get(`e${number}`));
  expect(shown).toEqual([1, 5_000, undefined, 5_002, undefined, 5_004, 10_003]);
  expect(numbers.size).toBe(10_001);
});

test('of two entries with one id the first has the row', () => {
  const [first, second] = logOfLength(2).map((entry) => ({ ...entry, id: 'e1' }));
  const log = [first, second].filter((entry) => entry !== undefined);
  expect([...rowNumbers(judgedOf(log))]).toEqual([['e1', 1]]);
  expect(sectionOf(log)).toContain('<p class="gap">1 rows in the middle are not shown.');
});
