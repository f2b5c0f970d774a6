import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  chromium,
  description,
  failedLog,
  goodAnswer,
  goodOffer,
  refusedAnswer,
} from '../diagnosis/testing/literalConnection.ts';
import { answerLines, offerLines, sdpText } from '../webrtc/testing/literalSdp.ts';

/** e2 the offer, e3 the answer, e4 the failure. */
function refused(answer: string, message: string, line?: number) {
  const entries = [description('local', goodOffer), description('remote', answer)];
  return diagnose(failedLog(chromium, entries, refusedAnswer('OperationError', message, line)));
}
const codes = (diagnoses: ReturnType<typeof diagnose>) => diagnoses.map(({ code }) => code);

const actpass = sdpText(answerLines, [/setup:active/, 'setup:actpass']);
const chooses = 'Answerer must use either active or passive value for setup attribute.';

test('a fault that lint finds and the browser names is proved, with its line', () => {
  expect(inWords(refused(actpass, chooses))).toEqual({
    is: 'sdp.setup/actpass',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer does not choose a DTLS role: it must say active or passive. Line 12: a=setup:actpass. setRemoteDescription threw OperationError.',
    remedy:
      'Report the answer with the correlation id of the call; if you answer yourself, set a=setup:active.',
    causedBy: 'call e3',
    evidence: [
      'e3 line 12: “a=setup:actpass”',
      'e4 setRemoteDescription threw OperationError: “Answerer must use either active or passive value for setup attribute.”',
    ],
    ruledOut: [
      'dtls.fingerprint/mismatch: the answer was refused before any handshake',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
});

test('a fault that only lint finds is likely', () => {
  expect(inWords(refused(actpass, 'no.'))).toEqual({
    is: 'sdp.setup/actpass',
    certainty: 'likely',
    actor: 'far-end',
    cause:
      'The answer does not choose a DTLS role: it must say active or passive. Line 12: a=setup:actpass. setRemoteDescription threw OperationError.',
    remedy:
      'Report the answer with the correlation id of the call; if you answer yourself, set a=setup:active.',
    causedBy: 'call e3',
    evidence: ['e3 line 12: “a=setup:actpass”', 'e4 setRemoteDescription threw OperationError: “no.”'],
    ruledOut: [
      'dtls.fingerprint/mismatch: the answer was refused before any handshake',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
});

test('a fault that only the browser names is proved, without a line', () => {
  expect(inWords(refused(goodAnswer, chooses))).toEqual({
    is: 'sdp.setup/actpass',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer does not choose a DTLS role: it must say active or passive. setRemoteDescription threw OperationError.',
    remedy:
      'Report the answer with the correlation id of the call; if you answer yourself, set a=setup:active.',
    causedBy: 'call e3',
    evidence: [
      'e3 the answer as it came',
      'e4 setRemoteDescription threw OperationError: “Answerer must use either active or passive value for setup attribute.”',
    ],
    ruledOut: [
      'dtls.fingerprint/mismatch: the answer was refused before any handshake',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
});

test('a fault is known by the browser’s words where the answer is not in the log', () => {
  const log = failedLog(chromium, [], refusedAnswer('OperationError', chooses));
  expect(inWords(diagnose(log))).toEqual({
    is: 'sdp.setup/actpass',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer does not choose a DTLS role: it must say active or passive. setRemoteDescription threw OperationError.',
    remedy:
      'Report the answer with the correlation id of the call; if you answer yourself, set a=setup:active.',
    causedBy: 'call e2',
    evidence: [
      'e2 setRemoteDescription threw OperationError: “Answerer must use either active or passive value for setup attribute.”',
    ],
    ruledOut: [
      'dtls.fingerprint/mismatch: the answer was refused before any handshake',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
});

test('of two faults the one that the browser names comes first', () => {
  const both = sdpText(answerLines, [/setup:active/, 'setup:actpass'], [/^a=rtcp-mux/, undefined]);
  expect(codes(refused(both, chooses))).toEqual(['sdp.setup', 'sdp.no-rtcp-mux']);
  expect(codes(refused(both, 'rtcp-mux must be enabled'))).toEqual(['sdp.no-rtcp-mux', 'sdp.setup']);
  expect(codes(refused(actpass, 'no fingerprint attribute'))).toEqual(['sdp.no-fp', 'sdp.setup']);
  expect(codes(refused(actpass, `${chooses} no fingerprint attribute`))).toEqual(['sdp.setup', 'sdp.no-fp']);
  const noMux = sdpText(answerLines, [/^a=rtcp-mux/, undefined]);
  expect(codes(refused(noMux, `${chooses} rtcp-mux must be enabled`))).toEqual([
    'sdp.no-rtcp-mux',
    'sdp.setup',
  ]);
});

test('what a cut answer lacks is not counted against it', () => {
  const cut = goodAnswer.slice(0, goodAnswer.indexOf('opus/48') + 7);
  expect(codes(refused(cut, 'different number of m-lines (2 vs 1)'))).toEqual(['sdp.truncated']);
});

test('a fault of the offer is none of the answer', () => {
  const offer = sdpText(offerLines, [/^a=rtcp-mux/, undefined]);
  const entries = [description('local', offer), description('remote', goodAnswer)];
  expect(codes(diagnose(failedLog(chromium, entries, refusedAnswer('OperationError', 'no.'))))).toEqual([
    'sdp.rejected',
  ]);
});

test('a fault of the answer is no reason for what the browser’s own offer met', () => {
  const entries = [description('local', goodOffer), description('remote', actpass)];
  const log = failedLog(chromium, entries, {
    reason: 'sdp',
    operation: 'setLocalDescription',
    error: { name: 'OperationError', message: chooses },
  });
  expect(inWords(diagnose(log))).toEqual({
    is: 'sdp.rejected/other',
    certainty: 'proved',
    actor: 'browser',
    cause:
      'setLocalDescription threw OperationError: “Answerer must use either active or passive value for setup attribute.” The browser could not make or keep its own offer.',
    remedy: 'Check what the page changed in the offer, and that the connection had not been closed.',
    causedBy: 'connection e4',
    evidence: [
      'e4 setLocalDescription threw OperationError: “Answerer must use either active or passive value for setup attribute.”',
    ],
    ruledOut: [],
    beside: [],
  });
});

test('a trimmed answer is proved by the browser’s own words for it, which alone could mean other lines', () => {
  expect(inWords(refused(goodAnswer.trimEnd(), 'a=sctp-port:5000 Invalid SDP line.'))).toEqual({
    is: 'sdp.no-final-crlf/trimmed',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'The last line of the answer has no line end, so the browser does not take it for a line. Line 24: a=sctp-port:5000. setRemoteDescription threw OperationError.',
    remedy:
      'Pass answer.sdp on as it is: no trim(), no template that eats the last line end. Or add “\\r\\n” before setRemoteDescription.',
    causedBy: 'call e3',
    evidence: [
      'e3 line 24: “a=sctp-port:5000”',
      'e4 setRemoteDescription threw OperationError: “a=sctp-port:5000 Invalid SDP line.”',
    ],
    ruledOut: [
      'sdp.truncated/cut: all sections are there, and the last line is whole',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
  expect(refused(goodAnswer.trimEnd(), 'no.')).toMatchObject([
    { code: 'sdp.no-final-crlf', certainty: 'likely' },
  ]);
  expect(codes(refused(goodAnswer, 'a=sctp-port:5000 Invalid SDP line.'))).toEqual(['sdp.rejected']);
});

test('of a long line the first 120 characters are shown', () => {
  const long = `a=fmtp:111 ${'minptime=10;'.repeat(20)}`;
  const cut = `${sdpText(answerLines.slice(0, 16))}${long}`;
  expect(inWords(refused(cut, 'no.'))).toEqual({
    is: 'sdp.truncated/cut',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'The answer stops before it is complete. Line 17: a=fmtp:111 minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minp…. setRemoteDescription threw OperationError.',
    remedy:
      'Compare the length of answer.sdp in the reply with what reaches setRemoteDescription; a proxy, a body limit or a database column may cut it. If the reply itself is short, report it with the correlation id of the call.',
    causedBy: 'call e3',
    evidence: [
      'e3 line 17: “a=fmtp:111 minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;minptime=10;m”',
      'e4 setRemoteDescription threw OperationError: “no.”',
    ],
    ruledOut: [
      'sdp.no-final-crlf/trimmed: more is missing than the last line end',
      'sdp.mline/count: the missing sections were cut off, not left out',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
});

test('a fault without a line of its own is put in the rule’s words', () => {
  const oneSection = sdpText(answerLines.slice(0, 16), [/BUNDLE 0 1/, 'BUNDLE 0']);
  expect(inWords(refused(oneSection, 'different number of m-lines (2 vs 1)'))).toEqual({
    is: 'sdp.mline/count',
    certainty: 'proved',
    actor: 'far-end',
    cause:
      'The answer does not have the number of m= sections that the offer has. setRemoteDescription threw OperationError.',
    remedy:
      'Report the answer with the correlation id of the call. If something of yours rewrites SDP on the way, let it keep each m= section, their order and their a=mid.',
    causedBy: 'call e3',
    evidence: [
      'e3 An answer has one m= line for each of the offer’s, in the same order (audio, application). Browsers refuse it otherwise.',
      'e4 setRemoteDescription threw OperationError: “different number of m-lines (2 vs 1)”',
    ],
    ruledOut: [
      'sdp.truncated/cut: what is there is whole and ends as it should',
      'ice.unreachable/no-answer: the answer was refused, so ICE never began',
    ],
    beside: [],
  });
});
