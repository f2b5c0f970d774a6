import type { RestFailure } from '../../session/failure.ts';
import type { ProbeNote } from '../../session/log.ts';
import type { SessionExchange } from './harEndpoint.ts';

/** An official SDK gives up on a request after 10 s (orga-contract.md, sections a and d); a little less by a slow clock. */
const sdkLimit = 9_500;

/** Why a request got no response that its page could read. */
export interface NoReply {
  readonly failure: Extract<RestFailure, { reason: 'unreachable' | 'timeout' }> | undefined;
  readonly probe?: Pick<ProbeNote, 'result' | 'plain' | 'online'>;
}

/** `failure` undefined: the page itself called it off. `undefined`: there was a response, and the page could read it. */
export function noReply({ exchange, preflight }: SessionExchange, page: string): NoReply | undefined {
  const { status, error, took, responseHeaders } = exchange;
  const said = error ?? '';
  const crossOrigin = page !== '' && page !== exchange.origin;
  if (status > 0) {
    if (!crossOrigin || responseHeaders['access-control-allow-origin'] !== undefined) return undefined;
    // Without any header the file hides them; that proves nothing.
    if (Object.keys(responseHeaders).length === 0) return undefined;
    return { failure: unreachable(error), probe: { result: 'opaque', plain: 'hidden', online: true } };
  }
  if (/abort|cancel/i.test(said)) {
    return {
      failure: took < sdkLimit ? undefined : { reason: 'timeout', limit: Math.round(took), phase: 'headers' },
    };
  }
  if (/INTERNET_DISCONNECTED|NS_ERROR_OFFLINE/.test(said)) {
    return { failure: unreachable(error), probe: { result: 'failed', online: false } };
  }
  if (
    /NAME_NOT_RESOLVED|CONNECTION_|ADDRESS_|CERT_|SSL_|TIMED_OUT|UNKNOWN_HOST|NET_RESET|TUNNEL|PROXY_/.test(
      said,
    )
  ) {
    return { failure: unreachable(error), probe: { result: 'failed', online: true } };
  }
  if (
    crossOrigin &&
    preflight !== undefined &&
    preflight.status > 0 &&
    !allows(preflight.responseHeaders, preflight.status)
  ) {
    return { failure: unreachable(error), probe: { result: 'opaque', plain: 'readable', online: true } };
  }
  return { failure: unreachable(error) };
}

function allows(headers: Readonly<Record<string, string>>, status: number): boolean {
  return status >= 200 && status < 300 && headers['access-control-allow-origin'] !== undefined;
}

function unreachable(error: string | undefined): Extract<RestFailure, { reason: 'unreachable' }> {
  const why = error === undefined ? '' : ` (${error})`;
  return { reason: 'unreachable', error: { name: 'TypeError', message: `Failed to fetch${why}` } };
}
