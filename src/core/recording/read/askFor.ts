import type { PastedFinding, PastedKind } from './pasted.ts';

/** What would tell more than a pasted text does, in words. */
export const ask = {
  har: 'The requests as a HAR file (developer tools, Network, “Export HAR”), recorded while the session starts.',
  dump: 'A dump of chrome://webrtc-internals, downloaded before the page is closed.',
  onError: 'What the SDK’s onError was called with: the promise only says “Failed to start session”.',
  status: 'The HTTP status and the URL beside this body.',
  backendLog: 'The log of your backend at that moment.',
  answer: 'The answer of the call together with the offer.',
  call: 'When and where this token was used: a HAR shows it.',
  more: 'More of the text around it: the message, the stack, the line above.',
} as const;

export function askForWords(
  text: string,
  kind: PastedKind,
  findings: readonly PastedFinding[],
): readonly string[] {
  if (/Failed to start session|ConnectionError|SessionCreationError/.test(text) && findings.length === 0)
    return [ask.onError, ask.har];
  if (kind === 'json') return [ask.status, ask.har];
  if (kind === 'curl') return [ask.har];
  if (/Failed to fetch session config/.test(text)) return [ask.backendLog, ask.har];
  if (kind === 'unknown') return [ask.more, ask.har];
  return findings.some(({ code }) => /^(?:ice|sdp|dtls|connection)\./.test(code)) ? [ask.dump] : [ask.har];
}

/** Where the text was a whole log; `source` as in a recording. */
export function askForLog(source: string): readonly string[] {
  if (source === 'har') return [ask.dump];
  return source === 'webrtc-internals' || source === 'rtcstats'
    ? [ask.har]
    : source === 'sdp'
      ? [ask.answer, ask.dump]
      : [];
}
