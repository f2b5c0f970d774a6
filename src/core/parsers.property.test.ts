import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBase64, decodeBase64Bytes, encodeBase64, encodeBase64Url, utf8Bytes } from './base64.ts';
import { readUpstream } from './diagnosis/readUpstream.ts';
import { parseRecording } from './recording/parseRecording.ts';
import { readHarEntry } from './recording/read/harEntry.ts';
import { openText } from './recording/read/openText.ts';
import { readConfiguration } from './recording/read/peerConfiguration.ts';
import { readPeerEvent } from './recording/read/peerFact.ts';
import { readCurl } from './recording/read/readCurl.ts';
import { readNdjson } from './recording/read/readNdjson.ts';
import { readSdp } from './recording/read/readSdp.ts';
import { readEntry, readLog } from './recording/readLog.ts';
import { parseReplay } from './recording/replay/parseReplay.ts';
import { decodePhrases, encodePhrases } from './recording/share/phraseCode.ts';
import { readFragment } from './recording/shareFragment.ts';
import { readableBody } from './recording/write/readableBody.ts';
import { createRedactor } from './redaction.ts';
import { channelMessage } from './sdk/channelMessage.ts';
import { parseFilter } from './session/filter.ts';
import { parseJson } from './session/foreignJson.ts';
import { headerProblem, readHeaderLines } from './session/headerLines.ts';
import { jsonEnding } from './session/jsonEnding.ts';
import { readReply } from './session/readReply.ts';
import { readStatistics } from './session/readStatistics.ts';
import { retryAfter } from './session/retryAfter.ts';
import { seriesFromJSON } from './session/series.ts';
import { readSessionReply } from './session/sessionReply.ts';
import { readSimulatorRow, readSimulatorRows } from './session/simulatorRow.ts';
import { readAnswer } from './silence/remoteCandidates.ts';
import { readToken } from './token.ts';
import { readFactsAsRecording, readFactsFile } from './watched/factsFile.ts';
import { debuggerWord, fromDebugger, fromProbe, probeWord } from './watched/protocol.ts';
import { readFact } from './watched/readFact.ts';
import { parseCandidate } from './webrtc/candidate.ts';
import { readDescription } from './webrtc/description.ts';
import { parseIceUrl, readIceServers } from './webrtc/iceServers.ts';
import { lintIceServers } from './webrtc/lintIceServers.ts';
import { serializeSdp, tokenizeSdp } from './webrtc/sdp.ts';
import { readServerUrl } from './webrtc/serverRules/serverUrl.ts';
import { turnExpiry } from './webrtc/turnExpiry.ts';

/** What each of the parsers looks for, so that chance gets past its first look. */
const words = [
  [
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '%',
    '&',
    '=',
    '\r\n',
    '\n',
    ' ',
    '.',
    '-',
    '1e999',
    'null',
    '\uD800',
  ],
  ['v=0\r\n', 'm=audio 9 RTP 0\r\n', 'a=candidate:', 'a=ice-pwd:', '1 1 udp 2 192.0.2.7 5000 typ host'],
  ['turn:', 'stuns:', '?transport=', '[::1]', ':3478', '__proto__', '"error"', '"detail"', '"iceServers"'],
  ['eyJhbGciOiJIUzI1NiJ9.', 'eyJleHAiOjF9', 'curl ', "-H '", '--data-raw ', 'level:', '-step:', '/x(/', '>='],
  [
    'recording=d1.',
    'recording=d2.',
    '{"log":{"entries":[',
    '{"kind":"request"',
    'Retry-After: ',
    '\u0001!',
    '\u001f~',
  ],
].flat();
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 })), { maxLength: 16 })
    .map((parts) => parts.join('')),
  fc.json({ maxDepth: 3 }),
);

const textParsers: Readonly<Record<string, (input: string) => unknown>> = {
  channelMessage: (input) => [channelMessage(input, 'received'), channelMessage(input, 'sent')],
  decodeBase64: (input) => [decodeBase64(input), decodeBase64Bytes(input)],
  decodePhrases: (input) => decodePhrases(input, 10_000),
  headerProblem: (input) => [headerProblem(input, true), headerProblem(input, false)],
  jsonEnding: (input) => jsonEnding(input),
  openText: (input) => openText(input, { id: 'x' }),
  parseCandidate: (input) => parseCandidate(input),
  parseFilter: (input) => parseFilter(input),
  parseIceUrl: (input) => parseIceUrl(input),
  parseJson: (input) => parseJson(input),
  parseReplay: (input) => parseReplay(input),
  readAnswer: (input) => readAnswer(input, 0),
  readCurl: (input) => readCurl(input),
  readDescription: (input) => [readDescription(input, 'offer'), readDescription(input, 'answer')],
  readHeaderLines: (input) => readHeaderLines(input),
  readNdjson: (input) => readNdjson(input),
  readReply: (input) =>
    ['application/json', 'text/html', ''].map((contentType) =>
      readReply({ status: 400, contentType, text: input }),
    ),
  readSdp: (input) => readSdp(input, 'x'),
  readServerUrl: (input) => readServerUrl(input, input, input),
  readSessionReply: (input) =>
    (['session', 'client-secrets', 'ice-config', 'calls'] as const).map((endpoint) =>
      readSessionReply(endpoint, 200, 'application/json', input),
    ),
  readToken: (input) => readToken(input),
  readUpstream: (input) => readUpstream(readReply({ status: 502, contentType: undefined, text: input }), 502),
  readableBody: (input) => readableBody(input),
  retryAfter: (input) => retryAfter(input, 1_795_383_000_000),
  turnExpiry: (input) => turnExpiry(input),
};

test.each(Object.entries(textParsers))('%s reads any text, or says that it cannot', (_, parse) => {
  fc.assert(
    fc.property(text, (input) => {
      expect(() => parse(input)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});

/** Members that the parsers ask for, so that some of what is read is nearly right. */
const member = fc.constantFrom(
  ...[
    [
      'kind',
      'at',
      'step',
      'log',
      'id',
      'facts',
      'page',
      'request',
      'response',
      'headers',
      'name',
      'value',
      'urls',
    ],
    [
      'username',
      'credential',
      'iceServers',
      'code',
      'variant',
      'capacity',
      'stride',
      'columns',
      'times',
      'added',
    ],
    [
      'word',
      'version',
      'type',
      'sdp',
      'candidate',
      'status',
      'content',
      'text',
      'url',
      'product',
      '__proto__',
    ],
  ].flat(),
);
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    fc.oneof(
      fc.constantFrom(...words),
      fc.double(),
      fc.integer(),
      fc.constant(null),
      fc.boolean(),
      fc.string(),
    ),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(member, fc.string({ maxLength: 6 })), tie('value'), { maxKeys: 6 }),
  ),
}));

const valueParsers: Readonly<Record<string, (input: unknown) => unknown>> = {
  debuggerWord: (input) => debuggerWord(input),
  parseRecording: (input) => parseRecording(input),
  probeWord: (input) => probeWord(input),
  readConfiguration: (input) => readConfiguration(input, createRedactor()),
  readEntry: (input) => readEntry(input),
  readFact: (input) => readFact(input),
  readFactsAsRecording: (input) => readFactsAsRecording(input),
  readFactsFile: (input) => readFactsFile(input),
  readHarEntry: (input) => readHarEntry(input),
  readIceServers: (input) => readIceServers(input),
  'lint of read ICE servers': (input) => lintIceServers(readIceServers(input).servers),
  readLog: (input) => readLog([input, input]),
  readPeerEvent: (input) => readPeerEvent({ name: 'iceConnectionState', value: JSON.stringify(input) ?? '' }),
  readSimulatorRow: (input) => [readSimulatorRow(input), readSimulatorRows(input)],
  // Only the two members that every statistic has are the browser's promise.
  readStatistics: (input) => readStatistics([{ id: 'x', type: 'candidate-pair', ...Object(input) }]),
  seriesFromJSON: (input) => seriesFromJSON(input),
};

test.each(Object.entries(valueParsers))('%s reads any JSON, or says that it cannot', (_, parse) => {
  fc.assert(
    fc.property(json, (input) => {
      expect(() => parse(input)).not.toThrow();
    }),
    { numRuns: 150 },
  );
});

test('readFragment reads any text, or says that it cannot', async () => {
  const inflate = () => Promise.resolve({ ok: true, text: '{"log":[{"kind":1}]}' } as const);
  await fc.assert(
    fc.asyncProperty(text, async (input) => {
      expect(await readFragment(`#recording=d1.${input}`, inflate)).toHaveProperty('ok', false);
    }),
    { numRuns: 100 },
  );
});

test('what was encoded in base64 or base64url is what it is decoded to', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (input) => {
      const bytes = utf8Bytes(input);
      expect(bytes).toEqual([...new TextEncoder().encode(input)]);
      expect(encodeBase64(bytes)).toBe(Buffer.from(input).toString('base64').replace(/=+$/, ''));
      expect(decodeBase64(encodeBase64(bytes))).toBe(input);
      expect(decodeBase64(encodeBase64Url(bytes))).toBe(input);
      expect([...(decodeBase64Bytes(Buffer.from(input).toString('base64')) ?? [])]).toEqual([...bytes]);
    }),
  );
});

test('any text of SDP is written as it was read', () => {
  fc.assert(
    fc.property(text, (input) => {
      expect(serializeSdp(tokenizeSdp(input))).toBe(input);
    }),
  );
});

test('the phrases of a link come back', () => {
  fc.assert(
    fc.property(fc.json(), (input) => {
      expect(decodePhrases(encodePhrases(input), input.length)).toBe(input);
      expect(decodePhrases(encodePhrases(input), input.length - 1)).toBe(undefined);
    }),
  );
});

test('debugger and probe understand each other’s words, and no others', () => {
  for (const word of ['ready', 'accepted', 'refused', 'bye'] as const)
    expect(debuggerWord(fromDebugger(word))).toBe(word);
  for (const word of ['knock', 'here', 'page', 'facts', 'bye'] as const)
    expect(probeWord(fromProbe(word))).toBe(word);
  expect(debuggerWord(fromProbe('facts'))).toBe(undefined);
});
