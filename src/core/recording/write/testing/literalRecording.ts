import {
  ended,
  envelope,
  type Literal,
  request,
  response,
  restError,
  runOf,
  wallClock,
} from '../../../diagnosis/testing/literalLog.ts';
import type { LogEntry } from '../../../session/log.ts';
import type { Recording } from '../../recording.ts';

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

/** A recording of this log, begun 2025-11-11 11:34:43 UTC. */
export function recordingOf(log: readonly LogEntry[], rest: Partial<Recording> = {}): Recording {
  return {
    format: 'webrtc-session-recording',
    version: 1,
    product: '0.1.0',
    source: 'debugger',
    id: 'r-1',
    startedAt: wallClock,
    userAgent,
    log,
    ...rest,
  };
}

/** A run of these entries, from `e2` on. */
export function recorded(...entries: readonly Literal[]): Recording {
  return recordingOf(runOf({ userAgent }, ...entries));
}

/** The call is refused with 401: e2 request, e3 response, e4 rest-error, e5 step, e6 run. */
export function refusedCall(message = 'Invalid ephemeral token'): Recording {
  const sent = {
    request: 'r1',
    url: 'https://api.orga-ai.com/v1/realtime/calls?mode=a+b&x=%31',
    body: '{"offer":{"type":"offer","sdp":"v=0"}}',
    at: 100,
  };
  const call = request('calls', sent);
  return recorded(
    {
      ...call,
      headers: { authorization: 'Bearer token#1', 'content-type': 'application/json' },
    } as Literal,
    response(401, {
      at: 131,
      statusText: 'Unauthorized',
      headers: { 'content-type': 'application/json', 'x-request-id': 'req-7f3a' },
      body: JSON.stringify({ error: { type: 'invalid_request_error', message } }),
      bodyBytes: 80,
      headersAfter: 29,
      took: 31,
      correlationId: 'req-7f3a',
      correlationExposed: true,
    }),
    restError('calls', { reason: 'http', status: 401, reading: envelope(message) }, { ...sent, at: 132 }),
    ...ended('call', 'e4'),
  );
}
