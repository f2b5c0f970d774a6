import { expect, test } from 'vitest';
import { description, goodAnswer, goodOffer } from '../../diagnosis/testing/literalConnection.ts';
import { logOf } from '../../diagnosis/testing/literalLog.ts';
import { answerLines, offerLines, sdpText } from '../../webrtc/testing/literalSdp.ts';
import { compareSections } from './compareSections.ts';
import { told } from './testing/told.ts';

/** Without the sections' lines, which `alignLines` puts beside each other. */
function compared(left: Parameters<typeof logOf>[1][], right: Parameters<typeof logOf>[1][]) {
  const found = compareSections({ left: logOf('rest', ...left), right: logOf('rest', ...right) });
  return found.map(({ rows, ...section }) => ({ ...section, rows: rows.length > 0 }));
}

const alike = (name: string, text: string) => told(name, [text, 'e2'], [text, 'e2'], false);

test('sections that are alike have the same facts, in the order in which one reads them', () => {
  const answer = [description('remote', goodAnswer)];
  expect(compared(answer, answer)).toEqual([
    { side: 'remote', index: 0, title: 'answer, session', facts: [], rows: true, differs: false },
    {
      side: 'remote',
      index: 1,
      title: 'answer, audio 1',
      facts: [
        alike('media', 'audio'),
        alike('mid', '0'),
        alike('rejected', 'no'),
        alike('direction', 'sendrecv'),
        alike('codecs', 'opus/48000/2, PCMU/8000'),
        alike('DTLS role', 'active'),
        alike('ICE user name', 'present'),
        alike('candidates', 'present'),
        alike('fingerprint', 'present'),
      ],
      rows: true,
      differs: false,
    },
    {
      side: 'remote',
      index: 2,
      title: 'answer, application 2',
      facts: [
        alike('media', 'application'),
        alike('mid', '1'),
        alike('rejected', 'no'),
        alike('DTLS role', 'active'),
        alike('ICE user name', 'present'),
        alike('fingerprint', 'present'),
      ],
      rows: true,
      differs: false,
    },
  ]);
});

test('what a section lacks, and a section that only one side has, differ', () => {
  const poor = sdpText(
    offerLines.slice(0, offerLines.indexOf('m=application 9 UDP/DTLS/SCTP webrtc-datachannel')),
    [/^m=audio 9(.*)/, 'm=audio 0$1'],
    [/^a=(?:setup|fingerprint|ice-ufrag|candidate):/, undefined],
    [/sendrecv/, 'sendonly'],
  );
  const [, audio, application] = compared(
    [description('local', goodOffer)],
    [description('local', goodOffer), description('local', poor), description('remote', 'v=0\r\n')],
  );
  expect(audio).toMatchObject({ side: 'local', index: 1, title: 'offer, audio 1', differs: true });
  expect(audio?.facts).toEqual([
    told('media', ['audio', 'e2'], ['audio', 'e3'], false),
    told('mid', ['0', 'e2'], ['0', 'e3'], false),
    told('rejected', ['no', 'e2'], ['port 0', 'e3'], true),
    told('direction', ['sendrecv', 'e2'], ['sendonly', 'e3'], true),
    told('codecs', ['opus/48000/2, PCMU/8000', 'e2'], ['opus/48000/2, PCMU/8000', 'e3'], false),
    told('DTLS role', ['actpass', 'e2'], undefined, true),
    told('ICE user name', ['present', 'e2'], ['absent', 'e3'], true),
    told('candidates', ['present', 'e2'], undefined, true),
    told('fingerprint', ['present', 'e2'], ['absent', 'e3'], true),
  ]);
  expect(application).toMatchObject({ title: 'offer, application 2', differs: true });
  expect(application?.facts.map(({ text }) => text.right)).toEqual(
    Array.from({ length: 6 }, () => undefined),
  );
});

test('facts of the session hold for a section, codecs count once, blanks behind a role for nothing', () => {
  const bare = sdpText(
    answerLines.filter((line) => !/^a=(?:setup|candidate|rtpmap)/.test(line)),
    [/^t=0 0$/, 't=0 0\r\na=setup:passive \r\na=fingerprint:sha-256 AB'],
    [/^a=mid:0$/, 'a=mid:0\r\na=rtpmap:111 PCMU/8000'],
  );
  const [, audio] = compared([], [description('remote', bare)]);
  expect(audio?.facts.map(({ name, text }) => [name, text.right])).toEqual([
    ['media', 'audio'],
    ['mid', '0'],
    ['rejected', 'no'],
    ['direction', 'sendrecv'],
    ['codecs', 'PCMU/8000'],
    ['DTLS role', 'passive'],
    ['ICE user name', 'present'],
    ['candidates', 'none'],
    ['fingerprint', 'present'],
  ]);
});

test('where neither side described anything there are no sections, offers come before answers', () => {
  expect(compared([], [])).toEqual([]);
  const both = compared([description('local', 'v=0\r\n')], [description('remote', 'v=0\r\n')]);
  expect(both.map(({ title }) => title)).toEqual(['offer, session', 'answer, session']);
});
