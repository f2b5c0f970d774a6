import type { Evidence, Trouble } from '../diagnosis/evidence.ts';
import type { ConnectionFailure } from '../session/failure.ts';
import { jsonError } from './jsonError.ts';
import { reasonPhrase } from './reasonPhrase.ts';

export type ClientSdkVersion = 'published' | 'newer';

/** What becomes of `startSession()` of `@orga-ai/react` with `@orga-ai/core`. */
export type ClientOutcome =
  | {
      readonly kind: 'rejects';
      /** always the same, whatever happened */
      readonly rejection: {
        readonly name: 'ConnectionError';
        readonly code: 'CONNECTION_ERROR';
        readonly message: 'Failed to start session';
      };
      /** called twice with the same error */
      readonly onError: { readonly times: 2; readonly name: string; readonly message: string };
      readonly states: readonly string[];
      readonly after: string;
    }
  | { readonly kind: 'pending'; readonly states: readonly string[]; readonly because: string }
  | { readonly kind: 'resolves'; readonly states: readonly string[]; readonly because: string }
  | { readonly kind: 'not-observed'; readonly because: string };

/**
 * What the client SDK makes of the trouble. `published`: core 1.0.0, react 1.0.5; `newer`: 1.1.1.
 * Source: orga-contract.md section d, observed in Chromium.
 */
export function clientOutcome(evidence: Evidence, version: ClientSdkVersion): ClientOutcome {
  const { trouble } = evidence;
  switch (trouble.what) {
    case 'settings':
      return { kind: 'not-observed', because: 'What the SDK does with this value was not observed.' };
    case 'unexpected':
    case 'unsaid':
      return { kind: 'not-observed', because: 'Nothing like this was observed with the SDK.' };
    case 'nothing':
      return resolves(
        [],
        'It resolves and says “connected”. It looks at neither codecs, directions, devices nor statistics: onError never fires.',
      );
    case 'connection':
      return afterConnection(trouble.failure, evidence, version);
    case 'setup':
      return afterSessionRequest(evidence, version);
    case 'http':
    case 'unreachable':
    case 'timeout':
    case 'bad-reply':
      return trouble.at === 'calls'
        ? afterCall(trouble, evidence, version)
        : afterSessionRequest(evidence, version);
  }
}

type RestTrouble = Extract<Trouble, { readonly what: 'http' | 'unreachable' | 'timeout' | 'bad-reply' }>;

const invalidSession = 'Invalid response from session config endpoint';
const invalidCall = 'Invalid response: missing answer or conversation_id';

function afterCall(trouble: RestTrouble, evidence: Evidence, version: ClientSdkVersion): ClientOutcome {
  switch (trouble.what) {
    case 'http':
      return rejects(
        'Error',
        `Failed to connect to realtime: ${statusLine(evidence, trouble.status)}`,
        version,
      );
    case 'unreachable':
      return rejects('TypeError', 'Failed to fetch', version);
    case 'timeout':
      return trouble.phase === 'body'
        ? pending('Its limit of 10 s ends with the headers; the body is waited for without end.')
        : rejects('Error', 'Request timeout: Failed to connect to realtime within 10 seconds', version);
    case 'bad-reply':
      return rejectsReply(evidence, invalidCall, version);
  }
}

/** The session endpoint as the client SDK sees it; on the REST route a backend that lets the error become a 500. */
function afterSessionRequest(evidence: Evidence, version: ClientSdkVersion): ClientOutcome {
  const failure = evidence.exchange?.error.failure;
  if (evidence.exchange?.error.request.endpoint !== 'session')
    return behindBackend(evidence.trouble, version);
  switch (failure?.reason) {
    case 'http':
      return rejects(
        'Error',
        `Failed to fetch session config: ${statusLine(evidence, failure.status)}`,
        version,
      );
    case 'unreachable':
      return rejects('TypeError', 'Failed to fetch', version);
    case 'bad-reply':
      return failure.problem === 'wrong-shape'
        ? rejects(
            'TypeError',
            "Failed to construct 'RTCPeerConnection': Failed to read the 'iceServers' property from 'RTCConfiguration': The object must have a callable @@iterator property.",
            version,
          )
        : rejectsReply(evidence, invalidSession, version);
    case 'timeout':
    case undefined:
      return pending('The request to the session endpoint has no limit: startSession() never settles.');
  }
}

function behindBackend(trouble: Trouble, version: ClientSdkVersion): ClientOutcome {
  if (trouble.what === 'timeout' && trouble.phase === 'body')
    return pending('Your backend’s SDK waits without end, and so does the request to the session endpoint.');
  if (trouble.what === 'bad-reply' && ['field-absent', 'wrong-shape', 'error-body'].includes(trouble.problem))
    return rejects('Error', invalidSession, version);
  return rejects('Error', 'Failed to fetch session config: 500 Internal Server Error', version);
}

function rejectsReply(evidence: Evidence, invalid: string, version: ClientSdkVersion): ClientOutcome {
  const body = evidence.exchange?.response?.body;
  const text = body === undefined ? undefined : jsonError(body, 'browser');
  return text === undefined ? rejects('Error', invalid, version) : rejects('SyntaxError', text, version);
}

function afterConnection(
  failure: ConnectionFailure,
  { connection }: Evidence,
  version: ClientSdkVersion,
): ClientOutcome {
  const ice = connection.states.filter(({ machine }) => machine === 'ice');
  const checked = ice.some(({ to }) => to !== 'new');
  const stood = ice.some(({ to }) => to === 'connected' || to === 'completed');
  const early =
    'It resolves and says “connected” as soon as the answer is applied, before there is a connection; then it may say “connecting” once more. ';
  switch (failure.reason) {
    case 'configuration':
    case 'limit':
    case 'sdp':
      return rejects(failure.error.name, failure.error.message, version);
    case 'ice':
      if (stood)
        return resolves(
          ['disconnected', 'closed'],
          'It tears the call down at the first “disconnected”, some 6 s after the last packet: no wait, no ICE restart. onError and onSessionEnd never fire.',
        );
      return resolves(
        ['failed', 'closed'],
        `${early}“failed” follows when ICE gives up, after some 15 s; onError and onSessionEnd never fire.`,
      );
    case 'dtls':
      return resolves(['failed', 'closed'], `${early}onError never fires, nor does onSessionConnected.`);
    case 'channel':
      if (!connection.states.some(({ machine, to }) => machine === 'channel' && to === 'open'))
        return resolves(
          [],
          'It only logs that there is no channel: it says “connected” for as long as the page lives.',
        );
      return resolves(
        ['disconnected', 'closed'],
        'It only logs the closed channel. “disconnected” and “closed” follow some 7 s later; onError and onSessionEnd do not fire.',
      );
    case 'timeout':
      if (failure.waitingFor === 'session.created')
        return resolves(
          [],
          'It waits for no session.created: everything looks connected, and nothing happens.',
        );
      return checked
        ? resolves(['failed', 'closed'], `${early}“failed” follows after some 15 s; onError never fires.`)
        : resolves([], `${early}No event follows: it says “connected” for as long as the page lives.`);
    case 'permission':
    case 'device':
      return {
        kind: 'not-observed',
        because:
          'startSession() opens no device. enableMic() and enableCamera() reject with the browser’s own error, not with a PermissionError.',
      };
    case 'candidate':
      return { kind: 'not-observed', because: 'The SDK never calls addIceCandidate.' };
    case 'unsupported':
      return { kind: 'not-observed', because: 'This was not observed with the SDK.' };
  }
}

function rejects(name: string, message: string, version: ClientSdkVersion): ClientOutcome {
  return {
    kind: 'rejects',
    rejection: { name: 'ConnectionError', code: 'CONNECTION_ERROR', message: 'Failed to start session' },
    onError: { times: 2, name, message },
    states: version === 'published' ? ['connecting', 'failed'] : ['connecting', 'closed'],
    after:
      version === 'published'
        ? 'The state stays “failed”: the next startSession() throws “Session is already active” until endSession().'
        : 'The state goes back to “closed”: startSession() can be called again.',
  };
}

function pending(because: string): ClientOutcome {
  return { kind: 'pending', states: ['connecting'], because };
}

function resolves(later: readonly string[], because: string): ClientOutcome {
  return { kind: 'resolves', states: ['connecting', 'connected', ...later], because };
}

/** `401 Unauthorized`; over HTTP/2 there is no reason phrase, and the SDK's text ends with a space. */
function statusLine({ exchange }: Evidence, status: number): string {
  return `${status} ${exchange?.response?.statusText ?? reasonPhrase(status)}`;
}
