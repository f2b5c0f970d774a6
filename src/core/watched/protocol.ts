import { isObject } from '../session/foreignJson.ts';

/**
 * How a watched page and the debugger find each other. Both windows know one another, because one of them opened the
 * other; each checks the other's origin. Then all goes over a MessageChannel that nobody else has an end of.
 *
 *   probe     → debugger  knock     where the debugger had opened the page
 *   debugger  → probe     ready     to the window that it opened, or that opened it
 *   probe     → debugger  here      with a port, to the debugger’s origin only
 *   debugger  → probe     accepted  over the port, once the user has said that this origin may be watched; or refused
 *   probe     → debugger  page, then facts, as they come
 *   either                bye
 */
export const protocolVersion = 1;

export type DebuggerWord = 'ready' | 'accepted' | 'refused' | 'bye';
export type ProbeWord = 'knock' | 'here' | 'page' | 'facts' | 'bye';

/** What a message of any origin says as the debugger’s; undefined where it is none. Never throws. */
export function debuggerWord(data: unknown): DebuggerWord | undefined {
  const word = isObject(data) && data.version === protocolVersion ? data.sessionDebugger : undefined;
  return word === 'ready' || word === 'accepted' || word === 'refused' || word === 'bye' ? word : undefined;
}

/** What a message of any origin says as the probe’s; undefined where it is none. Never throws. */
export function probeWord(data: unknown): ProbeWord | undefined {
  const word = isObject(data) && data.version === protocolVersion ? data.sessionProbe : undefined;
  return word === 'knock' || word === 'here' || word === 'page' || word === 'facts' || word === 'bye'
    ? word
    : undefined;
}

export function fromDebugger(word: DebuggerWord) {
  return { sessionDebugger: word, version: protocolVersion };
}

export function fromProbe(word: ProbeWord, more: object = {}) {
  return { sessionProbe: word, version: protocolVersion, ...more };
}
