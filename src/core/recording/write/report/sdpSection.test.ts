import { expect, test } from 'vitest';
import type { LintFinding } from '../../../webrtc/lintFinding.ts';
import { judgeRecording } from '../judgeRecording.ts';
import { recordingOf } from '../testing/literalRecording.ts';
import { sdpSection } from './sdpSection.ts';

const nobody = judgeRecording(recordingOf([]));

function section(offer: string | undefined, answer: string | undefined, lint: readonly LintFinding[] = []) {
  return sdpSection({ ...nobody, offer, answer, lint }).markup;
}

function finding(
  severity: LintFinding['severity'],
  side: 'offer' | 'answer',
  line: number,
  rule = 'r',
): LintFinding {
  return { rule, severity, side, line, text: '', title: 'T', cause: 'C.', fix: 'F.', source: 'RFC 1' };
}

const session = 'v=0\r\n';
const audio = 'm=audio 9 X 0\r\n';
const video = 'm=video 9 X 0\r\n';

/** The folds: whether they are open, and what stands above their lines. */
function folds(markup: string) {
  return Array.from(
    markup.matchAll(/<details class="fold"( open)?><summary>(.*?)<\/summary>/g),
    ([, open = '', summary = '']) => open + summary.replace(/<[^>]*>/g, '|'),
  );
}

test('without a description there is no section', () => {
  expect(section(undefined, undefined)).toBe('');
});

test('offer and answer stand beside each other, line by line, with what lint says', () => {
  const text = section('v=0\r\na=x\r\n', 'v=0\r\n', [
    finding('warning', 'offer', 2),
    finding('info', 'answer', 0),
  ]);
  expect(
    text,
  ).toBe(`<section id="sdp"><h2>SDP <span class="quiet">offer left, answer right · 2 remarks</span></h2>
<div class="card long"><ul class="findings"><li><span class="tag" data-tone="info">Good to know:</span> T <span class="quiet">C. F.</span> <code>r</code> <span class="quiet">(RFC 1)</span></li></ul><details class="fold"><summary>Session <span class="quiet">2 lines</span> <span class="tag" data-tone="warning">Careful</span></summary>

<table class="sdp"><thead><tr><th scope="col">Offer</th><th scope="col">Answer</th></tr></thead><tbody><tr><td><code class="number">1</code><code>v=0</code></td><td><code class="number">1</code><code>v=0</code></td></tr><tr><td data-tone="warning"><code class="number">2</code><code>a=x</code><p class="remark"><span class="tag" data-tone="warning">Careful:</span> T <span class="quiet">C. F.</span> <code>r</code> <span class="quiet">(RFC 1)</span></p></td><td></td></tr></tbody></table></details></div></section>`);
});

test('the heading says which description there is, and what lint found', () => {
  const heading = (...given: Parameters<typeof section>) => /<h2>(.*?)<\/h2>/.exec(section(...given))?.[1];
  expect(section(session, undefined)).not.toContain('<ul');
  expect(heading(session, undefined)).toBe('SDP <span class="quiet">offer · lint finds nothing</span>');
  expect(heading(undefined, session)).toBe('SDP <span class="quiet">answer · lint finds nothing</span>');
  expect(heading(session, session, [finding('info', 'offer', 1)])).toBe(
    'SDP <span class="quiet">offer left, answer right · 1 remark</span>',
  );
});

test('a section is named by its media and its mid, the answer’s where the offer has none', () => {
  expect(folds(section(`${session}${audio}a=mid:7\r\n${video}`, undefined))).toEqual([
    'Session |1 line|',
    'audio · mid 7 |2 lines|',
    'video |1 line|',
  ]);
  expect(folds(section(`${session}${audio}`, `${session}${audio}a=mid:8\r\n`))[1]).toBe(
    'audio · mid 8 |2 lines|',
  );
  const long = 'x'.repeat(50);
  expect(folds(section(`m=${long} 9 X 0\r\na=mid:${long}\r\n`, undefined))[1]).toBe(
    `${'x'.repeat(40)} · mid ${'x'.repeat(40)} |2 lines|`,
  );
});

test('a section shows the gravest remark about its lines, and the first that is wrong is open', () => {
  const sdp = `${session}${audio}a=x\r\n${video}`;
  const lint = [
    finding('info', 'offer', 1),
    finding('warning', 'offer', 2),
    finding('error', 'answer', 3),
    finding('error', 'offer', 4),
  ];
  expect(folds(section(sdp, sdp, lint))).toEqual([
    'Session |1 line| |Good to know|',
    ' openaudio |2 lines| |Wrong|',
    'video |1 line| |Wrong|',
  ]);
  expect(folds(section(sdp, sdp, lint.slice(0, 2)))).toEqual([
    'Session |1 line| |Good to know|',
    'audio |2 lines| |Careful|',
    'video |1 line|',
  ]);
});

test('several remarks about a line stand at it, the first gives its tone', () => {
  const text = section(session, undefined, [
    finding('warning', 'offer', 1, 'a'),
    finding('error', 'offer', 1, 'b'),
  ]);
  expect(text).toContain('<td data-tone="warning"><code class="number">1</code>');
  expect(Array.from(text.matchAll(/<p class="remark">.*?<code>(\w)<\/code>/g), ([, rule]) => rule)).toEqual([
    'a',
    'b',
  ]);
});

test('what an answer changed stands above the lines', () => {
  const text = section(`${session}${audio}${video}`, `${session}${audio}`);
  expect(text).toContain('\n<ul class="findings quiet"><li>The answer lacks this section.</li></ul>\n');
});

test('a description of many sections or lines is cut off', () => {
  expect(folds(section(session + audio.repeat(60), undefined))).toHaveLength(60);
  const lines = (count: number) => section(session + 'a=x\r\n'.repeat(count - 1), undefined);
  expect(lines(2_000)).not.toContain('more lines');
  const cut = lines(2_003);
  expect(cut).toContain('</table><p class="gap">… and 3 more lines</p></details>');
  expect(cut.match(/<code class="number">/g)).toHaveLength(2_000);
});
