import type { Redactor } from '../../core/redaction.ts';
import { credentialFactsBy } from '../../core/session/credentialFacts.ts';
import { isSecretHeader } from '../../core/session/headerLines.ts';
import type { Endpoint } from '../../core/session/log.ts';
import { usualCorrelationHeaders } from '../../core/session/settings.ts';
import { stepOfEndpoint } from '../../core/session/stepOfEndpoint.ts';
import { iceServersEntry, tokenEntry } from '../observe/credentialEntries.ts';
import { observeExchange } from '../observe/observeExchange.ts';
import type { FactLog } from './factLog.ts';
import { nativeBase64 } from './nativeBase64.ts';
import { plainServers } from './plainServers.ts';
import type { ProbeSettings } from './probeOptions.ts';

/** A request of the page to a known endpoint, as it goes out. */
export interface PageRequest {
  readonly endpoint: Endpoint;
  readonly method: string;
  /** absolute */
  readonly url: string;
  readonly headers: Headers;
  readonly body: string | undefined;
  readonly credentials: RequestCredentials;
  /** what comes back, a copy of its own */
  readonly response: Promise<Response>;
  /** whether an error only says that the page itself would wait no longer */
  readonly gaveUp: (error: unknown) => boolean;
}

/** Tells of the requests of the page, and of what they handed out. */
export function createRequestWatch(
  log: FactLog,
  redactor: Redactor,
  settings: ProbeSettings,
): (request: PageRequest) => Promise<void> {
  const redact = (text: string) => redactor.redact(text);
  let count = 0;

  return async ({ endpoint, method, url, headers, body, credentials, response, gaveUp }) => {
    count += 1;
    const id = `r${count}`;
    const bearer = /^Bearer\s(.*)$/i.exec(headers.get('authorization') ?? '')?.[1];
    const isKnown = bearer !== undefined && redact(bearer).startsWith('token#');
    let aborted = false;
    const { received } = await observeExchange(
      {
        id,
        endpoint,
        method,
        url,
        headers: headersForLog(headers, redactor),
        body,
        credential: credentialFactsBy(
          nativeBase64.decode,
          bearer,
          { token: isKnown ? bearer : undefined, apiKey: undefined },
          redactor,
        ),
        altered: [],
      },
      (signal) =>
        new Promise((resolve, reject) => {
          // The page’s own request goes on for as long as the page likes.
          signal.addEventListener('abort', () => reject(signal.reason));
          response.then(resolve, reject);
        }),
      {
        limit: settings.limits[stepOfEndpoint[endpoint]],
        signal: new AbortController().signal,
        gaveUp(error) {
          const gives = gaveUp(error);
          aborted = gives && !(error instanceof DOMException && error.name === 'TimeoutError');
          return gives;
        },
        report(entry) {
          if (entry.kind === 'request')
            log.add({
              saw: 'entry',
              entry: { ...entry, ...(credentials === 'omit' ? {} : { cookies: credentials }) },
            });
          else if (entry.kind === 'response') log.add({ saw: 'entry', entry });
          return '';
        },
        redact,
        correlationHeaders: usualCorrelationHeaders,
      },
    );
    const handedOut = endpoint === 'calls' ? {} : membersOf(received.body.text);
    const token = handedOut.ephemeralToken ?? handedOut.ephemeral_token;
    if (typeof token === 'string' && token !== '' && endpoint !== 'ice-config') {
      const { expires_at: expires } = handedOut;
      const expiresAtText = typeof expires === 'string' ? expires : undefined;
      log.add({
        saw: 'token',
        request: id,
        entry: tokenEntry(
          endpoint === 'session' ? 'session' : 'client-secrets',
          { token, expiresAtText },
          redactor,
          Date.now(),
          nativeBase64.decode,
        ),
      });
    }
    if (Array.isArray(handedOut.iceServers)) {
      const from = endpoint === 'session' ? 'session' : 'ice-config';
      const entry = iceServersEntry(from, plainServers(handedOut.iceServers), redactor);
      log.add({ saw: 'ice-servers', request: id, entry });
    }
    const { failure } = received;
    log.add({
      saw: 'request-end',
      request: id,
      ...(failure === undefined ? {} : { failure }),
      ...(aborted ? { aborted } : {}),
    });
  };
}

/** The members of a reply in JSON; of any other, none. */
function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null ? { ...json } : {};
  } catch {
    return {};
  }
}

/** Headers as the log may have them: of those that hold credentials of the page's own, stand-ins. */
function headersForLog(headers: Headers, { name: nameOf }: Redactor): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from(headers, ([name, value]) => [
      name,
      name !== 'authorization' && isSecretHeader(name) && value !== '' ? nameOf('secret', value) : value,
    ]),
  );
}
