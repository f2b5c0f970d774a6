import { expect, test } from 'vitest';
import { answerLines, sdpText } from '../webrtc/testing/literalSdp.ts';
import { diagnose } from './diagnose.ts';
import {
  channel,
  chromium,
  description,
  failedLog,
  firefox,
  goodAnswer,
  goodOffer,
  refusedAnswer,
  state,
} from './testing/literalConnection.ts';
import { runOf, verdict } from './testing/literalLog.ts';

const setRemote = "Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': ";
const apply = `${setRemote}Failed to set remote answer sdp: `;
const parse = `${setRemote}Failed to parse SessionDescription. `;

/** e2 the offer, e3 the answer, e4 the failure. */
function refused(answer: string, name: string, message: string, run = chromium, line?: number) {
  const entries = [description('local', goodOffer), description('remote', answer)];
  return failedLog(run, entries, refusedAnswer(name, message, line));
}

const actpass = sdpText(answerLines, [/setup:active/, 'setup:actpass']);
const noFingerprint = sdpText(answerLines, [/^a=fingerprint/, undefined]);
const noUfrag = sdpText(answerLines, [/^a=ice-ufrag/, undefined]);
const noMux = sdpText(answerLines, [/^a=rtcp-mux/, undefined]);
const otherMid = sdpText(answerLines, [/^a=mid:0/, 'a=mid:sound'], [/BUNDLE 0/, 'BUNDLE sound']);
const swapped = sdpText([...answerLines.slice(0, 5), ...answerLines.slice(16), ...answerLines.slice(5, 16)]);
const oneSection = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0']);
const cut = goodAnswer.slice(0, goodAnswer.indexOf('opus/48') + 7);

test.each([
  [
    'sdp.notsdp/json',
    '{"error":{"message":"no"}}',
    'OperationError',
    `${parse}{"error":{"message":"no"}} Expect line: v=`,
  ],
  ['sdp.notsdp/html', '<html>502</html>', 'OperationError', `${parse}<html>502</html> Expect line: v=`],
  ['sdp.notsdp/empty', '\r\n', 'OperationError', `${parse}\r\n Expect line: v=`],
  ['sdp.notsdp/text', 'hello', 'OperationError', `${parse}hello Expect line: v=`],
  ['sdp.notsdp/text', '[object Object]', 'OperationError', `${parse}[object Object] Expect line: v=`],
  ['sdp.truncated/cut', cut, 'OperationError', `${parse}a=rtpmap:111 opus/48 Invalid SDP line.`],
  [
    'sdp.no-final-crlf/trimmed',
    goodAnswer.trimEnd(),
    'OperationError',
    `${parse}a=sctp-port:5000 Invalid SDP line.`,
  ],
  [
    'sdp.escaped-crlf/escaped',
    goodAnswer.replaceAll('\r\n', '\\r\\n'),
    'OperationError',
    `${parse}v=0\\r\\no=- 1 2 IN IP4`,
  ],
  [
    'sdp.mline/count',
    oneSection,
    'InvalidAccessError',
    `${apply}A BUNDLE group contains a MID='1' matching no m= section.`,
  ],
  [
    'sdp.mline/order',
    swapped,
    'InvalidAccessError',
    `${apply}The order of m-lines in answer doesn't match order in offer. Rejecting answer.`,
  ],
  [
    'sdp.mline/mid',
    otherMid,
    'InvalidAccessError',
    `${apply}The order of m-lines in answer doesn't match order in offer. Rejecting answer.`,
  ],
  [
    'sdp.setup/actpass',
    actpass,
    'InvalidAccessError',
    `${apply}Failed to apply the description for m= section with mid='0': Answerer must use either active or passive value for setup attribute.`,
  ],
  [
    'sdp.no-fp/absent',
    noFingerprint,
    'InvalidAccessError',
    `${apply}Called with SDP without DTLS fingerprint.`,
  ],
  [
    'sdp.no-ufrag/absent',
    noUfrag,
    'InvalidAccessError',
    `${apply}Called with SDP without ice-ufrag and ice-pwd.`,
  ],
  [
    'sdp.no-rtcp-mux/absent',
    noMux,
    'InvalidAccessError',
    `${apply}rtcp-mux must be enabled when BUNDLE is enabled.`,
  ],
])('%s as Chromium shows it', (is, answer, name, message) => {
  const log = refused(answer, name, message);
  expect(verdict(log)).toEqual({ is, certainty: 'proved', step: 'call', evidence: ['e3', 'e4'] });
});

const sipcc = 'SIPCC Failed to parse SDP: SDP Parse Error on line 1:  End of line beyond end of buffer.\n';

test.each([
  ['sdp.notsdp/json', '{"error":{}}', 'OperationError', sipcc, 1],
  ['sdp.notsdp/html', '<html>', 'OperationError', sipcc, 1],
  ['sdp.notsdp/empty', '', 'OperationError', sipcc, 1],
  [
    'sdp.truncated/cut',
    cut,
    'InvalidAccessError',
    'Offer and answer have different number of m-lines (2 vs 1)',
    undefined,
  ],
  [
    'sdp.mline/count',
    oneSection,
    'InvalidAccessError',
    'Offer and answer have different number of m-lines (2 vs 1)',
    undefined,
  ],
  [
    'sdp.mline/order',
    swapped,
    'InvalidAccessError',
    'Answer and offer have different media types at m-line 0',
    undefined,
  ],
  [
    'sdp.setup/actpass',
    actpass,
    'InvalidAccessError',
    'Invalid answer, illegal setup attribute "actpass" at level 0',
    undefined,
  ],
  [
    'sdp.no-fp/absent',
    noFingerprint,
    'InvalidAccessError',
    'Invalid description, no fingerprint attribute at level 0',
    undefined,
  ],
  [
    'sdp.no-ufrag/absent',
    noUfrag,
    'InvalidAccessError',
    'Invalid description, no ice-ufrag attribute at level 0',
    undefined,
  ],
])('%s as Firefox shows it', (is, answer, name, message, line) => {
  const log = refused(answer, name, message, firefox, line);
  expect(verdict(log)).toEqual({ is, certainty: 'proved', step: 'call', evidence: ['e3', 'e4'] });
});

test('an answer whose text is not in the log is known by the browser’s words', () => {
  const message = `${parse}<html>502</html> Expect line: v=`;
  const log = failedLog(chromium, [], refusedAnswer('OperationError', message));
  expect(verdict(log)).toEqual({
    is: 'sdp.notsdp/html',
    certainty: 'likely',
    step: 'call',
    evidence: ['e2'],
  });
});

test('what no rule explains stays rejected', () => {
  const log = refused(goodAnswer, 'OperationError', `${parse}b=AS:fast Invalid SDP line.`);
  expect(verdict(log)).toMatchObject({ is: 'sdp.rejected/other', certainty: 'proved', step: 'call' });
});

test('no codec in common, which Firefox refuses where Chromium connects', () => {
  const answer = sdpText(
    answerLines,
    [/^a=rtpmap:111.*/, 'a=rtpmap:111 x-unheard-of/48000/2'],
    [/SAVPF 111 0/, 'SAVPF 111'],
  );
  const said = 'Answer had no codecs in common with offer in m-section 0';
  expect(verdict(refused(answer, 'OperationError', said, firefox))).toMatchObject({
    is: 'sdp.codec/none-common',
    certainty: 'proved',
    step: 'call',
  });
  expect(verdict(refused(goodAnswer, 'OperationError', said, firefox))?.is).toBe('sdp.rejected/other');
});

test('a cut answer is not called one with too few sections, a trimmed one not cut', () => {
  const [first] = diagnose(refused(cut, 'OperationError', `${parse}a=rtpmap:111 opus/48 Invalid SDP line.`));
  expect(first?.ruledOut.map(({ code }) => code)).toEqual([
    'sdp.no-final-crlf',
    'sdp.mline',
    'ice.unreachable',
  ]);
  const codes = diagnose(refused(cut, 'InvalidAccessError', 'different number of m-lines (2 vs 1)', firefox));
  expect(codes.map(({ code }) => code)).toEqual(['sdp.truncated']);
});

test.each([
  [
    'sdp.codec/none-common',
    [/^a=rtpmap:111.*/, 'a=rtpmap:111 x-unheard-of/48000/2'],
    [/SAVPF 111 0/, 'SAVPF 111'],
  ],
  ['sdp.dir/inactive', [/^a=sendrecv/, 'a=inactive'], [/^$/, '']],
  ['sdp.dir/one-way', [/^a=sendrecv/, 'a=recvonly'], [/^$/, '']],
] as const)('%s is found in a connected run', (is, one, other) => {
  const answer = sdpText(answerLines, one, other);
  const log = runOf(
    chromium,
    description('local', goodOffer),
    description('remote', answer),
    state('connection', 'connected'),
    { kind: 'run', state: 'connected' },
  );
  expect(verdict(log)).toEqual({ is, certainty: 'proved', step: 'call', evidence: ['e3', 'e5'] });
});

test('a connected run with a good answer has no verdict', () => {
  const log = runOf(
    chromium,
    description('local', goodOffer),
    description('remote', goodAnswer),
    state('connection', 'connected'),
    { kind: 'run', state: 'connected' },
  );
  expect(diagnose(log)).toEqual([]);
});

const portZero = sdpText(answerLines, [/^m=application 9/, 'm=application 0']);

test('sdp.rejected-dc/port-0 as Chromium shows it', () => {
  const error = {
    name: 'OperationError',
    message: 'Rejected data channel transport with mid=1',
    errorDetail: 'data-channel-failure',
  };
  const log = failedLog(
    chromium,
    [
      description('local', goodOffer),
      description('remote', portZero),
      channel('close', error),
      state('ice', 'connected'),
    ],
    { reason: 'channel', event: 'error', error },
  );
  expect(verdict(log)).toEqual({
    is: 'sdp.rejected-dc/port-0',
    certainty: 'proved',
    step: 'call',
    evidence: ['e3', 'e4', 'e6'],
  });
});

test('sdp.rejected-dc/port-0 as Firefox shows it: nothing', () => {
  const log = failedLog(
    firefox,
    [
      description('local', goodOffer),
      description('remote', portZero),
      state('ice', 'connected'),
      state('connection', 'connected'),
    ],
    { reason: 'timeout', limit: 30_000, waitingFor: 'channel' },
  );
  expect(verdict(log)).toEqual({
    is: 'sdp.rejected-dc/port-0',
    certainty: 'proved',
    step: 'call',
    evidence: ['e3', 'e6'],
  });
});

test.each([
  [chromium, `${apply}Called in wrong state: stable`],
  [firefox, 'Cannot set remote answer in state stable'],
])('a second answer', (run, message) => {
  const log = failedLog(run, [state('signaling', 'stable')], refusedAnswer('InvalidStateError', message));
  expect(verdict(log)).toEqual({
    is: 'sig.state/answer-twice',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e2', 'e3'],
  });
});

test.each([chromium, firefox])('an offer that meets an offer', (run) => {
  const glare = [
    state('signaling', 'have-local-offer'),
    state('signaling', 'stable'),
    state('signaling', 'have-remote-offer'),
    description('remote', goodOffer, 'offer'),
  ];
  const waiting = { reason: 'timeout', limit: 30_000, waitingFor: 'ice' } as const;
  expect(verdict(failedLog(run, glare, waiting))).toEqual({
    is: 'sig.glare/offer-to-offer',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e5', 'e4', 'e6'],
  });
  const refusedLater = refusedAnswer('InvalidStateError', 'Called in wrong state: have-remote-offer');
  expect(verdict(failedLog(run, glare, refusedLater))?.is).toBe('sig.glare/offer-to-offer');
});

test('a misspelt type', () => {
  const message = `${setRemote}Failed to read the 'type' property from 'RTCSessionDescriptionInit': The provided value 'anwser' is not a valid enum value of type RTCSdpType.`;
  const log = failedLog(chromium, [], refusedAnswer('TypeError', message));
  expect(verdict(log)).toEqual({
    is: 'sig.type/misspelt',
    certainty: 'proved',
    step: 'connection',
    evidence: ['e2'],
  });
  expect(diagnose(log)[0]?.cause).toContain('“anwser”');
});

test.each([
  ['ice.add/early', 'InvalidStateError', 'The remote description was null'],
  ['ice.add/garbage', 'OperationError', 'Error processing ICE candidate'],
  ['ice.add/garbage', 'TypeError', 'Candidate missing values for both sdpMid and sdpMLineIndex'],
])('%s', (is, name, message) => {
  const error = { name, message: `Failed to execute 'addIceCandidate' on 'RTCPeerConnection': ${message}` };
  expect(verdict(failedLog(chromium, [], { reason: 'candidate', error }))).toEqual({
    is,
    certainty: 'proved',
    step: 'connection',
    evidence: ['e2'],
  });
});
