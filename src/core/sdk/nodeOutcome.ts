import type { Evidence, Trouble } from '../diagnosis/evidence.ts';
import { jsonError } from './jsonError.ts';
import {
  ephemeralTokenPrefix,
  iceServersPrefix,
  type NodeSdkCause,
  type NodeSdkEndpoint,
  type NodeSdkError,
  type NodeSdkVersion,
  nodeSdkError,
  sessionConfigPrefix,
} from './nodeSdk.ts';
import { reasonPhrase } from './reasonPhrase.ts';

/** What becomes of `getSessionConfig()` of `@orga-ai/node`. */
export type NodeOutcome =
  | { readonly kind: 'throws'; readonly error: NodeSdkError }
  /** never settles */
  | { readonly kind: 'pending'; readonly because: string }
  /** resolves, with something absent: as JSON */
  | { readonly kind: 'resolves'; readonly value: string; readonly because: string }
  /** no error here; it fails later or not at all */
  | { readonly kind: 'goes-on'; readonly because: string }
  | { readonly kind: 'unknown'; readonly because: string }
  | { readonly kind: 'not-involved'; readonly because: string };

/** What the Node SDK makes of the trouble: the backend's own on the backend route, one's own on the REST route. */
export function nodeOutcome(evidence: Evidence, version: NodeSdkVersion): NodeOutcome {
  const { trouble } = evidence;
  switch (trouble.what) {
    case 'settings':
    case 'unexpected':
    case 'unsaid':
    case 'nothing':
    case 'connection':
      return notInvolved(evidence);
    case 'setup':
      return version === 'newer' && trouble.lacks !== 'api-key'
        ? { kind: 'goes-on', because: 'The newer version takes no email and starts without one.' }
        : throws('client-secrets', { kind: 'constructor', message: trouble.text }, version);
    case 'http':
    case 'unreachable':
    case 'timeout':
    case 'bad-reply':
      if (trouble.at === 'calls') return notInvolved(evidence);
      return trouble.at === 'session' ? unknown(trouble) : outcomeAt(trouble.at, trouble, evidence, version);
  }
}

type RestTrouble = Extract<Trouble, { readonly what: 'http' | 'unreachable' | 'timeout' | 'bad-reply' }>;

function outcomeAt(
  at: NodeSdkEndpoint,
  trouble: RestTrouble,
  evidence: Evidence,
  version: NodeSdkVersion,
): NodeOutcome {
  switch (trouble.what) {
    case 'http':
      return throws(
        at,
        { kind: 'http', status: trouble.status, statusText: statusText(at, trouble, evidence) },
        version,
      );
    case 'unreachable':
      if (/parse url/i.test(trouble.text))
        return throws(at, { kind: 'json', text: bare(trouble.text) }, version);
      return throws(at, { kind: 'network' }, version);
    case 'timeout':
      return trouble.phase === 'body'
        ? {
            kind: 'pending',
            because: 'Its limit ends with the headers. A body that never ends is waited for without end.',
          }
        : throws(at, { kind: 'timeout' }, version);
    case 'bad-reply':
      return badReply(at, trouble, evidence, version);
  }
}

function badReply(
  at: NodeSdkEndpoint,
  trouble: Extract<RestTrouble, { readonly what: 'bad-reply' }>,
  evidence: Evidence,
  version: NodeSdkVersion,
): NodeOutcome {
  const body = evidence.exchange?.response?.body;
  const text =
    trouble.text === undefined ? body !== undefined && jsonError(body, 'node') : bare(trouble.text);
  if (typeof text === 'string') return throws(at, { kind: 'json', text }, version);
  if (body === undefined && ['html', 'empty', 'truncated', 'not-json'].includes(trouble.problem))
    return { kind: 'unknown', because: 'The body of the reply is not in the log.' };
  if (body?.trim() === 'null') {
    const field = at === 'client-secrets' ? 'ephemeral_token' : 'iceServers';
    return throws(at, { kind: 'json', text: `Cannot read properties of null (reading '${field}')` }, version);
  }
  return at === 'client-secrets'
    ? {
        kind: 'goes-on',
        because:
          'It does not check the reply: it sends “Bearer undefined” to ice-config, whose 401 it throws as “Failed to fetch ICE servers: Unauthorized”.',
      }
    : {
        kind: 'resolves',
        value: '{"ephemeralToken":"…"}',
        because: 'It does not check the reply: iceServers is undefined and vanishes from the JSON.',
      };
}

function throws(at: NodeSdkEndpoint, cause: NodeSdkCause, version: NodeSdkVersion): NodeOutcome {
  return { kind: 'throws', error: nodeSdkError(at, cause, version) };
}

function statusText(
  at: NodeSdkEndpoint,
  trouble: Extract<RestTrouble, { readonly what: 'http' }>,
  { exchange }: Evidence,
): string {
  if (!trouble.forwarded) return exchange?.response?.statusText ?? reasonPhrase(trouble.status);
  const said = trouble.reading.passedOn?.message ?? '';
  const prefix = at === 'client-secrets' ? ephemeralTokenPrefix : iceServersPrefix;
  return said.includes(prefix)
    ? said.slice(said.indexOf(prefix) + prefix.length)
    : reasonPhrase(trouble.status);
}

/** The text without the prefix that the SDK put before it. */
function bare(text: string): string {
  const start = text.indexOf(sessionConfigPrefix);
  return start < 0 ? text : text.slice(start + sessionConfigPrefix.length);
}

function unknown({ what }: RestTrouble): NodeOutcome {
  const because =
    what === 'timeout' || what === 'unreachable'
      ? 'Your backend did not answer, so it cannot be seen what it met.'
      : 'Your backend passed on nothing of what it met, if it met anything.';
  return { kind: 'unknown', because };
}

function notInvolved({ step, trouble }: Evidence): NodeOutcome {
  if (trouble.what === 'settings') return { kind: 'not-involved', because: 'Nothing was sent.' };
  const where = step === 'call' ? 'the call' : `the step ${step}`;
  return {
    kind: 'not-involved',
    because: `No Node SDK takes part at ${where}: it only obtains credentials.`,
  };
}
