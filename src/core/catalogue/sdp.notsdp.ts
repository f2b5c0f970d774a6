import type { Evidence } from '../diagnosis/evidence.ts';
import { connectionFailure, howItEnded } from './connection.ts';
import type { CatalogueEntry, Finding, Variant } from './entry.ts';
import { quoted } from './reply.ts';

type Instead = 'json' | 'html' | 'empty' | 'text';

const looksLike: { readonly [K in Instead]: string } = {
  json: 'JSON',
  html: 'a web page',
  empty: 'nothing',
  text: 'plain text',
};

function variant(instead: Instead, title: string, remedy: string): Variant {
  return {
    title,
    actor: 'orga',
    specificity: 89,
    recognise: (evidence) => recognise(evidence, instead, remedy),
  };
}

export const sdpNotsdp = {
  code: 'sdp.notsdp',
  origin: 'debugger',
  title: 'The answer is no SDP',
  cause:
    'Every session description begins with “v=0”. What stood in answer.sdp does not: an error, a web page, or nothing was handed on as if it were the answer.',
  remedy: 'Look at the answer in the log: it shows what was put there instead.',
  surfaces: [{ step: 'connection', statuses: ['none'] }],
  variants: {
    text: variant(
      'text',
      'The answer is some other text',
      'Report the reply of the call with its correlation id. If a proxy of yours handles the reply, let it pass answer.sdp on as it is.',
    ),
    json: variant(
      'json',
      'The answer is JSON',
      'Read it: it is usually an error, or the whole reply instead of its answer.sdp. Check the status before the answer is used, and take answer.sdp only.',
    ),
    html: variant(
      'html',
      'The answer is a web page',
      'A gateway answered in the place of the far end: read its title, and report it with the correlation id of the call.',
    ),
    empty: variant(
      'empty',
      'The answer is empty',
      'Report the reply of the call with its correlation id: it promised an answer and has none.',
    ),
  },
} as const satisfies CatalogueEntry;

function recognise(evidence: Evidence, instead: Instead, remedy: string): Finding | undefined {
  const failure = connectionFailure(evidence);
  if (failure?.reason !== 'sdp' || failure.operation !== 'setRemoteDescription') return undefined;
  const { answer } = evidence.connection;
  const { message, errorDetail } = failure.error;
  // Chromium quotes the body in its message; Firefox only says that line 1 is none.
  const quotedBody = /SessionDescription\. ([^]*?) ?Expect line: v=/i.exec(message)?.[1];
  const atFirstLine = errorDetail === 'sdp-syntax-error' && failure.error.sdpLineNumber === 1;
  const body = answer?.sdp ?? quotedBody ?? (atFirstLine ? '?' : undefined);
  if (body === undefined || body.startsWith('v=') || whatIs(body) !== instead) return undefined;
  const beginning = body.slice(0, 40);
  return {
    certainty: answer === undefined ? 'likely' : 'proved',
    cause:
      answer === undefined
        ? 'The browser found no “v=” line at the beginning of the answer.'
        : instead === 'empty'
          ? 'answer.sdp is empty; every session description begins with “v=0”.'
          : `answer.sdp begins with ${quoted(beginning)}, which looks like ${/^\s+v=/.test(body) ? 'SDP with white space before it' : looksLike[instead]}; every session description begins with “v=0”.`,
    remedy,
    evidence: [
      ...(answer === undefined ? [] : [{ entry: answer.entry, says: 'the answer as it came' }]),
      howItEnded(evidence),
    ],
    causedBy: { step: 'call', entry: answer?.entry ?? evidence.failing.id },
    ruledOut: [
      { code: 'sdp.rejected', variant: 'other', because: 'not even the first line is SDP' },
      { code: 'ice.unreachable', variant: 'no-answer', because: 'no connection check was made' },
    ],
  };
}

function whatIs(body: string): Instead {
  if (body.trim() === '') return 'empty';
  if (/^\s*</.test(body)) return 'html';
  // `[object Object]` is what JavaScript writes for an object.
  return /^\s*[{["](?!object )/.test(body) ? 'json' : 'text';
}
