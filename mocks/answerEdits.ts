import { withoutChannel } from './farEndSdp.ts';
import type { AnswerEdit } from './world.ts';

/** Changes an answer by one edit after the other. Works on the text: what is made here need not be SDP any more. */
export function editAnswer(sdp: string, edits: readonly AnswerEdit[]): string {
  return edits.reduce((text, edit) => answerEdits[edit](text), sdp);
}

const answerEdits: { readonly [E in AnswerEdit]: (sdp: string) => string } = {
  'no-final-crlf': (sdp) => sdp.trimEnd(),
  'escaped-crlf': (sdp) => sdp.replaceAll('\r\n', '\\r\\n'),
  // In the middle of a line: what is left of it says nothing.
  truncated: (sdp) => sdp.slice(0, sdp.indexOf('a=fingerprint:') + 'a=fingerprint:sha-'.length),
  'mline-count': (sdp) => withoutBundled(sdp.slice(0, sdp.indexOf('m=application')), 'application', sdp),
  'mline-order': (sdp) => {
    const [head = '', first = '', ...rest] = sectionsOf(sdp);
    return [head, ...rest, first].join('');
  },
  mid: (sdp) => {
    const first = /^a=mid:(\S+)/m.exec(sdp)?.[1] ?? '';
    return sdp
      .replace(`a=mid:${first}\r\n`, 'a=mid:sound\r\n')
      .replace(/^a=group:BUNDLE .*$/m, (line) => line.replace(` ${first}`, ' sound'));
  },
  setup: (sdp) => sdp.replace(/^a=setup:\w+/gm, 'a=setup:actpass'),
  'no-fp': (sdp) => sdp.replace(/^a=fingerprint:.*\r\n/gm, ''),
  'no-ufrag': (sdp) => sdp.replace(/^a=ice-ufrag:.*\r\n/gm, ''),
  'no-rtcp-mux': (sdp) => sdp.replace(/^a=rtcp-mux\r\n/gm, ''),
  'no-common-codec': (sdp) => withAudio(sdp, withUnknownCodec),
  inactive: (sdp) => withAudio(sdp, withDirection('inactive')),
  recvonly: (sdp) => withAudio(sdp, withDirection('recvonly')),
  'rejected-dc': withoutChannel,
  json: () => '{"error":{"message":"The media server is not ready.","type":"OrgaAIServerError"}}',
  html: () => '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>',
  // Not even nothing: an absent text is refused before it comes to the browser.
  empty: () => '\r\n',
  'bad-bandwidth': (sdp) => sdp.replace(/^c=.*\r\n/m, (line) => `${line}b=AS:fast\r\n`),
};

/** The head, then one text for each media section. */
function sectionsOf(sdp: string): readonly string[] {
  return sdp.split(/^(?=m=)/m);
}

function withAudio(sdp: string, edit: (section: string) => string): string {
  return sectionsOf(sdp)
    .map((section) => (section.startsWith('m=audio') ? edit(section) : section))
    .join('');
}

function withDirection(direction: string): (section: string) => string {
  return (section) =>
    section.replace(/^a=(?:sendrecv|sendonly|recvonly|inactive)\r\n/m, `a=${direction}\r\n`);
}

/** One payload type, which the offer knows, with a name that no browser knows. */
function withUnknownCodec(section: string): string {
  const payload = /^m=audio \d+ \S+ (\d+)/m.exec(section)?.[1] ?? '111';
  return section
    .replace(/^(m=audio \d+ \S+) .*$/m, `$1 ${payload}`)
    .replace(/^a=(?:rtpmap|fmtp|rtcp-fb):.*\r\n/gm, '')
    .replace(/^a=mid:.*\r\n/m, (line) => `${line}a=rtpmap:${payload} x-unheard-of/48000/2\r\n`);
}

/** The section of this kind leaves the bundle with its media line. */
function withoutBundled(kept: string, kind: string, whole: string): string {
  const section = sectionsOf(whole).find((text) => text.startsWith(`m=${kind}`)) ?? '';
  const mid = /^a=mid:(\S+)/m.exec(section)?.[1] ?? '';
  return kept.replace(/^a=group:BUNDLE.*$/m, (line) => line.replace(new RegExp(` ${mid}(?=\\s|$)`), ''));
}
