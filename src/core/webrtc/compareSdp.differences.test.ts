import { expect, test } from 'vitest';
import { compareSdp } from './compareSdp.ts';
import { withVideo } from './testing/linted.ts';
import { answerLines, offerLines, sdpText } from './testing/literalSdp.ts';

const offer = sdpText(offerLines);
const answer = sdpText(answerLines);

type Changes = readonly Parameters<typeof sdpText>[1][];

/** The audio section of the literal offer and answer, changed. */
function audio(ours: Changes, theirs: Changes = []) {
  const [, section] = compareSdp(sdpText(offerLines, ...ours), sdpText(answerLines, ...theirs));
  if (section === undefined) throw new Error('no audio');
  const { rows: _, ...facts } = section;
  return facts;
}

test('the session has lines only', () => {
  const [{ rows, ...session } = { rows: [] }] = compareSdp('v=0\r\n', 'v=0\r\n');
  const neither = { offer: undefined, answer: undefined };
  expect(rows).toHaveLength(1);
  expect(session).toEqual({
    index: 0,
    media: 'session',
    mid: neither,
    rejected: false,
    direction: { ...neither, agreed: undefined },
    setup: neither,
    dtlsClient: undefined,
    codecs: { kept: [], dropped: [], added: [] },
    extensions: { kept: [], dropped: [], added: [] },
    candidates: { offer: 0, answer: 0 },
    differences: [],
  });
});

test('without an offer there are the answer’s sections, with nothing on the other side', () => {
  const [session, section] = compareSdp(undefined, answer);
  expect(session?.rows.map(({ relation }) => relation)).toEqual(
    Array.from({ length: 5 }, () => 'only-answer'),
  );
  const { rows: _, ...facts } = section ?? {};
  expect(facts).toEqual({
    index: 1,
    media: 'audio',
    mid: { offer: undefined, answer: '0' },
    rejected: false,
    direction: { offer: undefined, answer: 'sendrecv', agreed: undefined },
    setup: { offer: undefined, answer: 'active' },
    dtlsClient: 'answer',
    codecs: { kept: [], dropped: [], added: ['opus/48000/2', 'PCMU/8000'] },
    extensions: { kept: [], dropped: [], added: [] },
    candidates: { offer: 0, answer: 1 },
    differences: ['The offer lacks this section.'],
  });
});

test('without an answer there are the offer’s', () => {
  const [, , section] = compareSdp(offer, undefined);
  expect(section).toMatchObject({
    index: 2,
    media: 'application',
    mid: { offer: '1', answer: undefined },
    rejected: false,
    direction: { offer: undefined, answer: undefined, agreed: undefined },
    setup: { offer: 'actpass', answer: undefined },
    dtlsClient: undefined,
    codecs: { kept: [], dropped: [], added: [] },
    differences: [],
  });
});

test.each([
  ['sendrecv', 'sendrecv', 'sendrecv'],
  ['sendrecv', 'sendonly', 'recvonly'],
  ['sendrecv', 'recvonly', 'sendonly'],
  ['sendrecv', 'inactive', 'inactive'],
  ['sendonly', 'sendrecv', 'sendonly'],
  ['sendonly', 'sendonly', 'inactive'],
  ['sendonly', 'recvonly', 'sendonly'],
  ['recvonly', 'sendrecv', 'recvonly'],
  ['recvonly', 'sendonly', 'recvonly'],
  ['recvonly', 'recvonly', 'inactive'],
  ['inactive', 'sendrecv', 'inactive'],
])('offered %s and answered %s leave %s', (ours, theirs, agreed) => {
  const { direction, differences } = audio([[/^a=sendrecv/, `a=${ours}`]], [[/^a=sendrecv/, `a=${theirs}`]]);
  expect(direction).toEqual({ offer: ours, answer: theirs, agreed });
  expect(differences).toEqual(agreed === ours ? [] : [`Offered ${ours}, answered ${theirs}.`]);
});

test.each([
  ['actpass', 'active', 'answer'],
  ['passive', 'active', 'answer'],
  ['actpass', 'passive', 'offer'],
  ['active', 'passive', 'offer'],
  ['passive', 'passive', undefined],
  ['actpass', 'holdconn', undefined],
])('offered %s and answered %s, the DTLS client is the %s', (ours, theirs, client) => {
  const { setup, dtlsClient } = audio(
    [[/^a=setup:.*/, `a=setup:${ours} `]],
    [[/^a=setup:.*/, `a=setup: ${theirs}`]],
  );
  expect(setup).toEqual({ offer: ours, answer: theirs });
  expect(dtlsClient).toBe(client);
});

test('all that matters of a section is told, one line each', () => {
  const { codecs, extensions, differences } = audio(
    [
      [/SAVPF 111 0/, 'SAVPF 111 0 111 8'],
      [/^a=mid:0/, 'a=mid:0\r\na=extmap:1 urn:a\r\na=extmap:2 urn:b\r\na=extmap:3'],
    ],
    [
      [/SAVPF 111 0/, 'SAVPF 9 13'],
      [/^a=mid:0/, 'a=mid:x\r\na=extmap:1 urn:c\r\na=extmap:2 urn:C'],
      [/^a=sendrecv/, 'a=inactive'],
      [/^a=candidate/, undefined],
    ],
  );
  expect(codecs).toEqual({
    kept: [],
    dropped: ['opus/48000/2', 'PCMU/8000', 'PCMA/8000'],
    added: ['G722/8000', 'CN/8000'],
  });
  expect(extensions).toEqual({ kept: [], dropped: ['urn:a', 'urn:b'], added: ['urn:c', 'urn:C'] });
  expect(differences).toEqual([
    'mid 0 became x.',
    'Offered sendrecv, answered inactive.',
    'No codec in common.',
    'Codecs left out: opus/48000/2, PCMU/8000, PCMA/8000.',
    'Codecs that were not offered: G722/8000, CN/8000.',
    '2 of the offer’s audio header extensions left out.',
    '2 header extensions that were not offered.',
    'The answer has no candidates here.',
  ]);
});

test('a mid that one side lacks is absent there', () => {
  const none = [/^a=mid:0/, undefined] as const;
  expect(audio([], [none]).differences).toEqual(['mid 0 became absent.']);
  expect(audio([none]).differences).toEqual(['mid absent became 0.']);
});

test('codecs are the same whatever their case, and one that has no name is none', () => {
  expect(audio([], [[/opus/, 'OPUS']]).codecs).toEqual({
    kept: ['opus/48000/2', 'PCMU/8000'],
    dropped: [],
    added: [],
  });
});

test('a section that is bundled with another needs no candidates of its own', () => {
  const [, , , video] = compareSdp(withVideo(offer), withVideo(answer));
  expect(video).toMatchObject({ media: 'video', candidates: { offer: 0, answer: 0 }, differences: [] });
});

test('a rejected section is said to be, whatever else differs', () => {
  const { rejected, differences } = audio(
    [],
    [
      [/^m=audio 9/, 'm=audio 0'],
      [/^a=mid:0/, 'a=mid:x'],
    ],
  );
  expect(rejected).toBe(true);
  expect(differences).toEqual(['The answer rejects this section (port 0).']);
});
