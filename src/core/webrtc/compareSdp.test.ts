import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignLines } from './alignLines.ts';
import { compareSdp } from './compareSdp.ts';
import { tokenizeSdp } from './sdp.ts';
import { chromiumAnswer, chromiumOffer } from './testing/chromiumSdp.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';

const offer = sdpText(offerLines);

function compared(...changes: Parameters<typeof sdpText>[1][]) {
  const [, audio, application] = compareSdp(offer, sdpText(answerLines, ...changes));
  return { audio, application };
}

test('an answer that takes everything differs in nothing that matters', () => {
  const { audio, application } = compared();
  expect(audio).toMatchObject({
    index: 1,
    media: 'audio',
    mid: { offer: '0', answer: '0' },
    rejected: false,
    direction: { offer: 'sendrecv', answer: 'sendrecv', agreed: 'sendrecv' },
    setup: { offer: 'actpass', answer: 'active' },
    dtlsClient: 'answer',
    codecs: { kept: ['opus/48000/2', 'PCMU/8000'], dropped: [], added: [] },
    candidates: { offer: 1, answer: 1 },
    differences: [],
  });
  expect(application).toMatchObject({
    media: 'application',
    direction: { agreed: undefined },
    differences: [],
  });
});

test('codecs that are left out, not offered, or not in common are told', () => {
  const fewer = compared([/SAVPF 111 0/, 'SAVPF 111']).audio;
  expect(fewer?.differences).toEqual(['Codecs left out: PCMU/8000.']);
  const others = compared([/SAVPF 111 0/, 'SAVPF 9']).audio;
  expect(others?.codecs).toEqual({ kept: [], dropped: ['opus/48000/2', 'PCMU/8000'], added: ['G722/8000'] });
  expect(others?.differences[0]).toBe('No codec in common.');
  expect(compared([/opus/, 'OPUS']).audio?.codecs.dropped).toEqual([]);
});

test('the direction agreed on is seen from the offer', () => {
  const { direction, differences } = compared([/^a=sendrecv/, 'a=recvonly']).audio ?? {};
  expect(direction).toEqual({ offer: 'sendrecv', answer: 'recvonly', agreed: 'sendonly' });
  expect(differences).toEqual(['Offered sendrecv, answered recvonly.']);
  const [, , video] = compareSdp(chromiumOffer, chromiumAnswer);
  expect(video?.direction).toEqual({ offer: 'sendonly', answer: 'recvonly', agreed: 'sendonly' });
});

test('a passive answer leaves the handshake to the offer', () => {
  expect(compared([/^a=setup:active/, 'a=setup:passive']).audio?.dtlsClient).toBe('offer');
  expect(compared([/^a=setup:active/, 'a=setup:actpass']).audio?.dtlsClient).toBeUndefined();
});

test('rejected, absent, exchanged and renamed sections are told', () => {
  expect(compared([/^m=application 9/, 'm=application 0']).application).toMatchObject({
    rejected: true,
    differences: ['The answer rejects this section (port 0).'],
  });
  const [, , lacking] = compareSdp(offer, sdpText(answerLines.slice(0, 16)));
  expect(lacking?.differences).toEqual(['The answer lacks this section.']);
  const [, , , added] = compareSdp(offer, `${sdpText(answerLines)}m=video 9 RTP/AVP 0\r\n`);
  expect(added?.differences).toEqual(['The offer lacks this section.']);
  const other = compared([/^m=application/, 'm=video']).application;
  expect(other?.differences).toEqual(['The offer has application here, the answer video.']);
  expect(compared([/^a=mid:0/, 'a=mid:x']).audio?.differences).toContain('mid 0 became x.');
  expect(compared([/^a=candidate.*/, undefined]).audio?.differences).toEqual([
    'The answer has no candidates here.',
  ]);
});

test('header extensions are compared by their URI', () => {
  const [, audio] = compareSdp(
    sdpText(offerLines, [/^a=mid:0/, 'a=mid:0\r\na=extmap:1 urn:a\r\na=extmap:2 urn:b']),
    sdpText(answerLines, [/^a=mid:0/, 'a=mid:0\r\na=extmap:7/recvonly urn:b']),
  );
  expect(audio?.extensions).toEqual({ kept: ['urn:b'], dropped: ['urn:a'], added: [] });
});

test('without an answer there is nothing to differ from', () => {
  const sections = compareSdp(offer, undefined);
  expect(sections.map(({ media }) => media)).toEqual(['session', 'audio', 'application']);
  expect(sections.flatMap(({ differences }) => differences)).toEqual([]);
  expect(sections[1]?.rows.every(({ relation }) => relation === 'only-offer')).toBe(true);
});

test('lines of the same meaning stand beside each other, those that changed place are marked', () => {
  const rows = alignLines(
    tokenizeSdp('a=mid:0\r\na=setup:actpass\r\na=sendrecv\r\na=rtcp-mux\r\n').lines,
    tokenizeSdp('a=setup:active\r\na=recvonly\r\na=mid:0\r\na=ssrc:7 cname:x\r\n').lines,
  );
  expect(rows.map((row) => [row.offer?.value, row.relation, row.answer?.value])).toEqual([
    ['mid:0', 'moved', undefined],
    ['setup:actpass', 'changed', 'setup:active'],
    ['sendrecv', 'changed', 'recvonly'],
    ['rtcp-mux', 'only-offer', undefined],
    [undefined, 'moved', 'mid:0'],
    [undefined, 'only-answer', 'ssrc:7 cname:x'],
  ]);
});

test('every line of both stands in the rows once, in its own order', () => {
  const line = fc.constantFrom(...offerLines, ...answerLines, 'x', '');
  const text = fc.oneof(
    fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\r\n')),
    fc.string({ unit: 'binary', maxLength: 100 }),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const sections = compareSdp(one, other);
      const rows = sections.flatMap((section) => section.rows);
      expect(rows.flatMap((row) => row.offer ?? [])).toEqual(tokenizeSdp(one).lines);
      expect(rows.flatMap((row) => row.answer ?? [])).toEqual(tokenizeSdp(other).lines);
    }),
    { numRuns: 300 },
  );
});
