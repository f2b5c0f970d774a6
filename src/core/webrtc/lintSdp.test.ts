import { expect, test } from 'vitest';
import { lintSdp } from './lintSdp.ts';
import { answer, offer, told } from './testing/linted.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';

/** Rules that fire for a changed answer. */
function rulesOf(text: string): readonly string[] {
  return lintSdp({ offer, answer: text }).map(({ rule }) => rule);
}

function changed(...changes: Parameters<typeof sdpText>[1][]): string {
  return sdpText(answerLines, ...changes);
}

test('a proper offer and answer give nothing to say', () => {
  expect(lintSdp({ offer, answer })).toEqual([]);
  expect(lintSdp({ offer: undefined })).toEqual([]);
});

test.each([
  ['inside a word', answer.slice(0, answer.indexOf('endrecv'))],
  ['inside a candidate', answer.slice(0, answer.indexOf('.1.2 50123'))],
  ['inside the fingerprint', answer.slice(0, answer.indexOf('AB:AB') + 20)],
  ['after a line, with its end', answer.slice(0, answer.indexOf('a=mid:0'))],
  ['before the rtpmap', answer.slice(0, answer.indexOf('\r\na=rtpmap'))],
  ['in the middle', answer.slice(0, answer.length / 2)],
])('truncated: %s', (_, text) => {
  expect(rulesOf(text)).toEqual(['truncated']);
});

test('mline-order: sections exchanged', () => {
  const exchanged = sdpText([
    ...answerLines.slice(0, 5),
    ...answerLines.slice(16),
    ...answerLines.slice(5, 16),
  ]);
  expect(rulesOf(exchanged)).toEqual(['mline-order', 'mline-order']);
});

test('setup and fingerprint may stand in the session', () => {
  const lines = answerLines.filter((line) => !/^a=(?:setup|fingerprint)/.test(line));
  const session = answerLines.filter((line) => /^a=(?:setup|fingerprint)/.test(line)).slice(0, 2);
  expect(rulesOf(sdpText([...lines.slice(0, 4), ...session, ...lines.slice(4)]))).toEqual([]);
});

test('rejected-channel and rejected-media: port 0, but not bundle-only in an offer', () => {
  const unbundled = [/BUNDLE 0 1/, 'BUNDLE 0'] as const;
  expect(rulesOf(changed(unbundled, [/^m=application 9/, 'm=application 0']))).toEqual(['rejected-channel']);
  expect(rulesOf(changed([/BUNDLE 0 1/, 'BUNDLE 1'], [/^m=audio 9/, 'm=audio 0']))).toContain(
    'rejected-media',
  );
  const only = sdpText(
    offerLines,
    [/^m=application 9/, 'm=application 0'],
    [/^a=sctp-port.*/, '$&\r\na=bundle-only'],
  );
  expect(lintSdp({ offer: only, answer })).toEqual([]);
});

test('every finding says where, why and what to do', () => {
  const broken = changed([/^a=(?:mid|setup|rtcp-mux|candidate).*/, undefined]);
  for (const finding of lintSdp({ offer, answer: broken })) {
    expect(finding).toMatchObject({ side: 'answer' });
    expect(`${finding.title}${finding.cause}${finding.fix}`).not.toMatch(/undefined|NaN|\[object/);
    for (const text of [finding.title, finding.cause, finding.fix, finding.source]) expect(text).not.toBe('');
  }
});

test('a finding says all that there is to say', () => {
  expect(
    lintSdp({ offer, answer: sdpText(answerLines, [/^a=mid:0/, 'a=mid:x'], [/BUNDLE 0/, 'BUNDLE x']) }),
  ).toEqual([
    {
      rule: 'mid',
      side: 'answer',
      line: 13,
      section: 1,
      text: 'a=mid:x',
      title: 'Section 1 of the answer has mid x, of the offer 0',
      cause: 'The answer repeats the offer’s mid. Browsers refuse another.',
      fix: 'The far end must write a=mid:0.',
      severity: 'error',
      source: 'RFC 5888, section 4; RFC 9429, section 5.3.1',
    },
  ]);
});

test('what is about the whole text has no section and quotes nothing', () => {
  const [finding] = lintSdp({ offer, answer: sdpText(answerLines, [/^a=candidate/, undefined]) });
  expect(finding).toMatchObject({ rule: 'no-candidates', line: 0, text: '' });
  expect(finding).not.toHaveProperty('section');
  const [line] = lintSdp({ offer, answer: sdpText(answerLines, [/^s=-/, 's=\0']) });
  expect(line).toMatchObject({ rule: 'line', line: 3, text: 's=\0' });
  expect(line).not.toHaveProperty('section');
});

test('a text that is none is quoted by its first line, whatever ends it', () => {
  for (const end of ['', '\n', '\r\n', '\r']) {
    expect(lintSdp({ offer: undefined, answer: `hello${end}` })).toMatchObject([
      { rule: 'not-sdp', side: 'answer', line: 0, text: 'hello' },
    ]);
  }
});

test('the policy relay is asked for by its name', () => {
  const named = sdpText(answerLines, [/192\.168\.1\.2/, 'sfu.example.org']);
  const rules = (iceTransportPolicy: 'all' | 'relay' | undefined) =>
    lintSdp({ offer, answer: named, iceTransportPolicy }).map(({ rule }) => rule);
  expect(rules('relay')).toEqual(['hostname-with-relay', 'hostname-candidate']);
  expect(rules('all')).toEqual(['hostname-candidate']);
  expect(rules(undefined)).toEqual(['hostname-candidate']);
});

test('only the beginning of what is far too long is checked, and it is said', () => {
  expect(told(lintSdp({ offer, answer: answer + 'a=x\r\n'.repeat(20_000 - 24) }))).toEqual([]);
  expect(told(lintSdp({ offer, answer: answer + 'a=x\r\n'.repeat(20_000 - 23) }))).toEqual([
    [
      'warning too-long answer 0',
      'Only the beginning was checked',
      'Lint reads 20,000 lines and 1,024 media sections. No session needs as many.',
      'Look at what produced it.',
    ],
  ]);
});

test('a section that is bundled with another needs nothing of its own', () => {
  const bare = /^a=(?:ice-ufrag|ice-pwd|setup|fingerprint)/;
  const second = answerLines.slice(16).filter((line) => !bare.test(line));
  const third = ['m=application 9 UDP/DTLS/SCTP webrtc-datachannel', 'a=mid:2', 'a=sctp-port:5000'];
  const all = sdpText([...answerLines.slice(0, 16), ...second, ...third], [/BUNDLE 0 1/, 'BUNDLE 0 1 2']);
  expect(lintSdp({ offer: undefined, answer: all })).toEqual([]);
  const others = told(lintSdp({ offer: undefined, answer: all.replace('BUNDLE 0 1 2', 'BUNDLE 0 1') }));
  expect(others.map(([where]) => where)).toEqual([
    'error fingerprint answer 21/3',
    'error ice-ufrag answer 21/3',
    'error ice-pwd answer 21/3',
    'warning setup answer 21/3',
  ]);
});

test('both sides are judged, each in its own words', () => {
  const noMid = [/^a=mid:1/, undefined] as const;
  const alone = [/BUNDLE 0 1/, 'BUNDLE 0'] as const;
  const findings = lintSdp({
    offer: sdpText(offerLines, noMid, alone),
    answer: sdpText(answerLines, noMid, alone),
  });
  expect(findings.map(({ title }) => title)).toEqual([
    'The application section 2 of the offer has no a=mid',
    'The application section 2 of the answer has no a=mid',
  ]);
});
