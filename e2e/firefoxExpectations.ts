import type { ConnectionExpectation } from './connectionExpectations.ts';

/**
 * What ends otherwise in Firefox, typed by hand from what Firefox 153 does: it takes answers and candidates that
 * Chromium refuses, refuses others, knows no limit of peers, and shows less of a wrong password.
 */
const differing: Readonly<Record<string, Omit<ConnectionExpectation, 'id'>>> = {
  'connection.sdp.no-final-crlf.trimmed': { outcome: 'connected', advice: 'sdp.no-final-crlf.trimmed' },
  'connection.sdp.codec.none-common': {
    outcome: 'failed',
    step: 'connection',
    code: 'sdp.codec',
    variant: 'none-common',
    reason: 'sdp',
  },
  'connection.ice.add.garbage': { outcome: 'connected' },
  // It gives up a TURN server on this machine at once (701), so that gathering is never waited for.
  'offer.gather.timeout.cut-off': { outcome: 'connected', advice: 'ice.benign701.one-family' },
  'offer.pc.limit.too-many': { outcome: 'connected' },
  'connection.turn.port-disallowed.silent': {
    outcome: 'failed',
    step: 'offer',
    code: 'cfg.port-blocked',
    variant: 'firefox',
    reason: 'configuration',
  },
  // It tells no packets that came, only how long it tried: that takes longer than this scenario waits.
  'connection.ice.badpwd.password': {
    outcome: 'failed',
    step: 'connection',
    code: 'ice.unreachable',
    variant: 'no-answer',
    reason: 'ice',
  },
};

/** Why a scenario cannot be played there. */
export const notInFirefox: Readonly<Record<string, string>> = {
  'connection.media.silent.zeros':
    'Firefox runs no AudioContext on a machine without sound, so no level is measured (seen in Firefox 153).',
};

/** One of each kind, visited as a whole by `npm test`, which only judges the verdicts of all others (`firefox/`). */
const fast: readonly string[] = [
  'healthy',
  'healthy.backend',
  'healthy.microphone',
  'token.invalid_request_error.wrong-key',
  'ice-config.OrgaAIServerError.503',
  'token.network.unreachable.no-response',
  'offer.media.denied.user',
  'offer.cfg.refused.constructor',
  'connection.sdp.codec.none-common',
  'connection.ice.badpwd.password',
  'connection.dtls.fingerprint.mismatch',
  'connection.dc.remote-close.closed',
];

/** What is expected in this browser, by Playwright's name of it. */
export function expectedIn(browserName: string, expected: ConnectionExpectation): ConnectionExpectation {
  const other = browserName === 'firefox' ? differing[expected.id] : undefined;
  return other === undefined ? expected : { id: expected.id, level: 'error', ...other };
}

/**
 * The log's connection failure reasons that are right in this browser. Firefox ends ICE, DTLS and channel together, in
 * any order, and gives up by itself where Chromium stays in `new`; a refused candidate or channel it passes over.
 */
export function reasonsIn(browserName: string, { reason }: ConnectionExpectation): readonly unknown[] {
  if (browserName !== 'firefox') return [reason];
  if (reason === 'ice' || reason === 'timeout') return ['ice', 'dtls', 'channel', 'timeout'];
  if (reason === 'dtls' || reason === 'channel') return ['dtls', 'channel', 'timeout'];
  return [reason];
}

/** Marks those that run in Firefox too. */
export function tagOf(id: string): { readonly tag: string[] } {
  return { tag: fast.includes(id) ? ['@firefox'] : [] };
}
