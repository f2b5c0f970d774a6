import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import {
  chromium,
  description,
  failedLog,
  goodOffer,
  refusedAnswer,
} from '../diagnosis/testing/literalConnection.ts';
import { verdict } from '../diagnosis/testing/literalLog.ts';

/** e2 the offer, e3 the answer, e4 the failure. */
function refused(answer: string, message: string, line?: number) {
  const entries = [description('local', goodOffer), description('remote', answer)];
  return diagnose(failedLog(chromium, entries, refusedAnswer('OperationError', message, line)));
}
const codes = (diagnoses: ReturnType<typeof diagnose>) => diagnoses.map(({ code }) => code);

const parsing =
  "Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. ";
const firstLine = 'SIPCC Failed to parse SDP: SDP Parse Error on line 1';

test('sdp.notsdp quotes the first 40 characters of what stood there instead', () => {
  const page = `<html><head><title>502 Bad Gateway</title></head></html>`;
  expect(inWords(refused(page, `${parsing}${page} Expect line: v=`))).toEqual({
    is: 'sdp.notsdp/html',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'answer.sdp begins with “<html><head><title>502 Bad Gateway</titl”, which looks like a web page; every session description begins with “v=0”.',
    remedy:
      'A gateway answered in the place of the far end: read its title, and report it with the correlation id of the call.',
    causedBy: 'call e3',
    evidence: [
      'e3 the answer as it came',
      "e4 setRemoteDescription threw OperationError: “Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription. <html><head><title>502 Bad Gateway</title></head></html> Expect line: v=”",
    ],
    ruledOut: [
      'sdp.rejected/other: not even the first line is SDP',
      'ice.unreachable/no-answer: no connection check was made',
    ],
    beside: [],
  });
});

test.each([
  ['{"error":1}', 'json', '“{"error":1}”, which looks like JSON'],
  [' ["v=0"]', 'json', '“ ["v=0"]”, which looks like JSON'],
  ['"v=0"', 'json', '“"v=0"”, which looks like JSON'],
  [' <p>', 'html', '“ <p>”, which looks like a web page'],
  ['x <p> {', 'text', '“x <p> {”, which looks like plain text'],
  [' v=0', 'text', '“ v=0”, which looks like SDP with white space before it'],
  ['  v=0', 'text', '“  v=0”, which looks like SDP with white space before it'],
  ['x v=0', 'text', '“x v=0”, which looks like plain text'],
  ['xv=0', 'text', '“xv=0”, which looks like plain text'],
])('sdp.notsdp: %s is %s', (answer, variant, words) => {
  const [first] = refused(answer, firstLine, 1);
  expect(first?.variant).toBe(variant);
  expect(first?.cause).toBe(`answer.sdp begins with ${words}; every session description begins with “v=0”.`);
});

test('sdp.notsdp: nothing at all', () => {
  expect(inWords(refused('', firstLine, 1))).toEqual({
    is: 'sdp.notsdp/empty',
    certainty: 'proved',
    actor: 'orga',
    cause: 'answer.sdp is empty; every session description begins with “v=0”.',
    remedy: 'Report the reply of the call with its correlation id: it promised an answer and has none.',
    causedBy: 'call e3',
    evidence: [
      'e3 the answer as it came',
      'e4 setRemoteDescription threw OperationError: “SIPCC Failed to parse SDP: SDP Parse Error on line 1”',
    ],
    ruledOut: [
      'sdp.rejected/other: not even the first line is SDP',
      'ice.unreachable/no-answer: no connection check was made',
    ],
    beside: [],
  });
  expect(verdict(failedLog(chromium, [description('remote', ' ')], refusedAnswer('x', firstLine)))?.is).toBe(
    'sdp.notsdp/empty',
  );
});

test('sdp.notsdp without the answer in the log: from Chromium’s words, or from Firefox’s line 1', () => {
  const quoted = refusedAnswer('OperationError', `${parsing}\n{"error":{}}\n Expect line: v=`);
  expect(inWords(diagnose(failedLog(chromium, [], quoted)))).toEqual({
    is: 'sdp.notsdp/json',
    certainty: 'likely',
    actor: 'orga',
    cause: 'The browser found no “v=” line at the beginning of the answer.',
    remedy:
      'Read it: it is usually an error, or the whole reply instead of its answer.sdp. Check the status before the answer is used, and take answer.sdp only.',
    causedBy: 'call e2',
    evidence: [
      "e2 setRemoteDescription threw OperationError: “Failed to execute 'setRemoteDescription' on 'RTCPeerConnection': Failed to parse SessionDescription.  {\"error\":{}}  Expect line: v=”",
    ],
    ruledOut: [
      'sdp.rejected/other: not even the first line is SDP',
      'ice.unreachable/no-answer: no connection check was made',
    ],
    beside: [],
  });
  expect(inWords(diagnose(failedLog(chromium, [], refusedAnswer('OperationError', firstLine, 1))))).toEqual({
    is: 'sdp.notsdp/text',
    certainty: 'likely',
    actor: 'orga',
    cause: 'The browser found no “v=” line at the beginning of the answer.',
    remedy:
      'Report the reply of the call with its correlation id. If a proxy of yours handles the reply, let it pass answer.sdp on as it is.',
    causedBy: 'call e2',
    evidence: [
      'e2 setRemoteDescription threw OperationError: “SIPCC Failed to parse SDP: SDP Parse Error on line 1”',
    ],
    ruledOut: [
      'sdp.rejected/other: not even the first line is SDP',
      'ice.unreachable/no-answer: no connection check was made',
    ],
    beside: [],
  });
});

test.each([
  refusedAnswer('OperationError', 'SDP Parse Error on line 2', 2),
  { ...refusedAnswer('OperationError', 'x'), error: { name: 'x', message: 'x', sdpLineNumber: 1 } },
  refusedAnswer('OperationError', `${parsing}v=0 a=x Expect line: v=`),
  {
    reason: 'sdp',
    operation: 'setLocalDescription',
    error: { name: 'x', message: `${parsing}hello Expect line: v=` },
  },
] as const)('without the answer in the log other words say nothing of what it is (%#)', (failure) => {
  expect(codes(diagnose(failedLog(chromium, [], failure)))).toEqual(['sdp.rejected']);
});
