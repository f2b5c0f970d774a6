import { isObject, parseJson } from '../../session/foreignJson.ts';
import type { Endpoint, LogEntry } from '../../session/log.ts';
import { readReply } from '../../session/readReply.ts';
import type { ReplyReading } from '../../session/reply.ts';
import { passedOnInText } from '../../session/sdkTexts.ts';
import { refusedBody } from './refusedBody.ts';
import { connectionLog, requestLog } from './suspectedLog.ts';

const phrases: Readonly<Record<string, number>> = {
  'bad request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not found': 404,
  'unprocessable entity': 422,
  'unprocessable content': 422,
  'too many requests': 429,
  'internal server error': 500,
  'bad gateway': 502,
  'service unavailable': 503,
  'gateway timeout': 504,
};

/** Logs in which what a message says happened: of the SDKs, of browsers, of `fetch`. Empty: it says nothing that is known. */
export function suspectMessage(text: string, now: number): readonly (readonly LogEntry[])[] {
  return [fromClientSdk(text, now), fromNodeSdk(text, now), fromBrowser(text, now)].flatMap((log) =>
    log === undefined ? [] : [log],
  );
}

/** Texts of the client SDK (orga-contract.md, section d). */
function fromClientSdk(text: string, now: number): readonly LogEntry[] | undefined {
  const [, what, line] = /Failed to (fetch session config|connect to realtime):([^\r\n]*)/.exec(text) ?? [];
  if (what !== undefined && line !== undefined) {
    const endpoint = what === 'connect to realtime' ? ('calls' as const) : ('session' as const);
    const status = statusIn(line);
    return status === undefined
      ? undefined
      : requestLog({ endpoint, outcome: { status, body: bodyFor(endpoint, status) } }, now);
  }
  if (/Request timeout: Failed to connect to realtime/.test(text)) {
    return requestLog(
      { endpoint: 'calls', outcome: { failure: { reason: 'timeout', limit: 10_000, phase: 'headers' } } },
      now,
    );
  }
  if (/Invalid response from session config endpoint/.test(text))
    return requestLog({ endpoint: 'session', outcome: { status: 200, body: '{}' } }, now);
  if (/Invalid response: missing answer or conversation_id/.test(text))
    return requestLog({ endpoint: 'calls', outcome: { status: 200, body: '{}' } }, now);
  return undefined;
}

/** At the call the service's own 401 is about the token: its only known text. */
function bodyFor(endpoint: Endpoint, status: number): string {
  return endpoint === 'calls' && status === 401 ? refusedBody.token : '';
}

/** Texts of `@orga-ai/node`, which a backend passed on or wrote into its log. */
function fromNodeSdk(text: string, now: number): readonly LogEntry[] | undefined {
  const line = text
    .split('\n')
    .find((each) => passedOnInText(each) !== undefined)
    ?.trim();
  if (line === undefined) return undefined;
  return requestLog(
    { endpoint: 'session', outcome: { status: 500, body: JSON.stringify({ error: line.slice(0, 2_000) }) } },
    now,
  );
}

/** Exceptions of WebRTC, of the devices, and of `fetch`, in browsers' words. */
function fromBrowser(text: string, now: number): readonly LogEntry[] | undefined {
  const [, name, message = ''] =
    /\b(NotAllowedError|NotFoundError|NotReadableError|OverconstrainedError|AbortError|SecurityError|PermissionDeniedError)\b:?\s*([^\r\n]*)/.exec(
      text,
    ) ?? [];
  if (name !== undefined && name !== 'AbortError') {
    const device = /video|camera/i.test(message) ? ('camera' as const) : ('microphone' as const);
    const reason = /NotAllowed|Security|PermissionDenied/.test(name)
      ? ('permission' as const)
      : ('device' as const);
    return connectionLog({ reason, device, error: { name, message: message.slice(0, 500) } }, now);
  }
  const error = {
    name: /\b([A-Z]\w*Error)\b/.exec(text)?.[1] ?? 'Error',
    message: text
      .trim()
      .replace(/[\r\n][^]*/, '')
      .slice(0, 500),
  };
  if (/Cannot create so many PeerConnections/i.test(text))
    return connectionLog({ reason: 'limit', error }, now);
  if (/addIceCandidate|Error processing ICE candidate/.test(text))
    return connectionLog({ reason: 'candidate', error }, now);
  if (
    /setRemoteDescription|Failed to parse SessionDescription|Failed to set remote|set remote answer sdp/i.test(
      text,
    )
  ) {
    return connectionLog({ reason: 'sdp', operation: 'setRemoteDescription', error }, now);
  }
  if (/Failed to construct 'RTCPeerConnection'/.test(text))
    return connectionLog({ reason: 'configuration', error }, now);
  if (/RTCPeerConnection is not (?:defined|a constructor)/.test(text))
    return connectionLog({ reason: 'unsupported', missing: 'RTCPeerConnection' }, now);
  if (/navigator\.mediaDevices is undefined|reading 'getUserMedia'/.test(text))
    return connectionLog({ reason: 'unsupported', missing: 'navigator.mediaDevices' }, now);
  if (/ICE failed|ICE connection failed|iceConnectionState\W+failed/i.test(text)) {
    return connectionLog({ reason: 'ice', iceConnectionState: 'failed', connectionState: 'failed' }, now);
  }
  if (
    /Access-Control-Allow-Origin|blocked by CORS|TypeError: (?:Failed to fetch|Load failed|NetworkError)|net::ERR_/.test(
      text,
    )
  ) {
    const failure = { reason: 'unreachable', error: { name: 'TypeError', message: error.message } } as const;
    return requestLog(
      { endpoint: endpointIn(text) ?? 'session', outcome: { failure, ...corsProbe(text) } },
      now,
    );
  }
  return undefined;
}

/** The console says of CORS what no script may know: the host did answer. */
function corsProbe(text: string) {
  if (!/Access-Control-|blocked by CORS/.test(text)) return {};
  const preflight = /preflight/i.test(text);
  const plain = preflight ? ('readable' as const) : ('hidden' as const);
  return { probe: { result: 'opaque', plain, preflight, online: true } as const };
}

/** A JSON body of an error, or of a reply that is not what it should be. */
export function suspectBody(body: string, around: string, now: number): readonly LogEntry[] | undefined {
  const value = parseJson(body)?.value;
  if (!isObject(value)) return undefined;
  const reading = readReply({ status: 0, contentType: undefined, text: body });
  const told = JSON.stringify(value);
  if (reading.answeredBy === 'backend')
    return requestLog({ endpoint: 'session', outcome: { status: 500, body: told } }, now);
  if (reading.answeredBy === 'unknown' && !('error' in value || 'detail' in value)) return undefined;
  const guess = guessPlace(reading);
  const endpoint = endpointIn(around) ?? guess.endpoint;
  const status = statusIn(around.replace(body, '')) ?? guess.status;
  return requestLog({ endpoint, outcome: { status, body: told } }, now);
}

function guessPlace({ message = '', type = '', detail }: ReplyReading): {
  readonly endpoint: Endpoint;
  readonly status: number;
} {
  if (/api key/i.test(message)) return { endpoint: 'client-secrets', status: 401 };
  if (/ephemeral token/i.test(message) || type === 'invalid_ephemeral_token')
    return { endpoint: 'calls', status: 401 };
  if (/not authenticated/i.test(message)) return { endpoint: 'ice-config', status: 403 };
  const [item] = detail ?? [];
  if (item !== undefined && item.loc.length > 0)
    return {
      endpoint: item.loc.some((part) => part === 'body' || part === 'params' || part === 'offer')
        ? 'calls'
        : 'client-secrets',
      status: 422,
    };
  if (type === 'not_found_error') return { endpoint: 'client-secrets', status: 404 };
  if (/rate[_ -]?limit|too many/i.test(`${message} ${type}`)) return { endpoint: 'calls', status: 429 };
  return { endpoint: 'calls', status: type === 'invalid_request_error' ? 400 : 500 };
}

export function endpointIn(text: string): Endpoint | undefined {
  const name = /\/v1\/realtime\/(client-secrets|ice-config|calls)\b/.exec(text)?.[1];
  return name === 'client-secrets' || name === 'ice-config' || name === 'calls' ? name : undefined;
}

/** `HTTP/2 401`, `status: 422`, `401 Unauthorized`, or the words alone. */
function statusIn(text: string): number | undefined {
  const digits = /(?:HTTP\/[\d.]+ |status(?:Code)?["']?\s*[:=]?\s*|^\s*|\()([45]\d\d)\b/i.exec(text)?.[1];
  if (digits !== undefined) return Number(digits);
  const words = Object.entries(phrases).find(([phrase]) => text.toLowerCase().includes(phrase));
  return words?.[1];
}
