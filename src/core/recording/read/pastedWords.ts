import { createRedactor } from '../../redaction.ts';
import { credentialFacts } from '../../session/credentialFacts.ts';
import { parseJson } from '../../session/foreignJson.ts';
import type { LogEntry } from '../../session/log.ts';
import { readToken } from '../../token.ts';
import { askForWords } from './askFor.ts';
import { verdictsOf } from './findingsOf.ts';
import { given } from './foreignValue.ts';
import type { Pasted } from './pasted.ts';
import { type CurlCommand, readCurl } from './readCurl.ts';
import { refusedBody } from './refusedBody.ts';
import { requestLog } from './suspectedLog.ts';
import { suspectBody, suspectMessage } from './suspectText.ts';

export const keyWarning =
  'This is an API key, or holds one. It belongs in a backend only: if others saw this text, replace the key.';

/** A command, a body, a message or anything else that is no file. `now`: epoch ms. */
export function pastedWords(text: string, now: number): Pasted {
  const curl = readCurl(text);
  const body = jsonIn(text);
  const key = /sk_orga_ai_\w/.test(text);
  const facts = key ? [keyWarning] : [];
  const logs: (readonly LogEntry[])[] = [];
  if (curl !== undefined) logs.push(...suspectCurl(curl, now));
  const fromBody = body === undefined || curl !== undefined ? undefined : suspectBody(body, text, now);
  if (fromBody !== undefined) logs.push(fromBody);
  logs.push(...suspectMessage(body === undefined ? text : text.replace(body, ''), now));
  const findings = verdictsOf(logs);
  const kind =
    curl !== undefined
      ? 'curl'
      : body !== undefined
        ? 'json'
        : findings.length > 0 || /Error\b/.test(text)
          ? 'error'
          : 'unknown';
  return { kind, findings, facts, askFor: askForWords(text, kind, findings) };
}

/** The log of the command's request where its credential will be refused; else none. */
function suspectCurl({ endpoint, url, bearer }: CurlCommand, now: number): readonly (readonly LogEntry[])[] {
  if (endpoint === undefined) return [];
  const redactor = createRedactor();
  const credential = credentialFacts(bearer, { token: undefined, apiKey: undefined }, redactor);
  const token = bearer === undefined ? undefined : readToken(bearer);
  const over = token?.expiresAt !== undefined && token.expiresAt * 1000 <= now;
  const wanted = endpoint === 'client-secrets' ? 'api-key' : 'token';
  if (!over && credential.kind === wanted) return [];
  const dates = { ...given('issuedAt', token?.issuedAt), ...given('expiresAt', token?.expiresAt) };
  const request = {
    endpoint,
    url: redactor.redact(url),
    credential,
    ...(credential.name === undefined || token?.kind !== 'jwt'
      ? {}
      : { token: { name: credential.name, ...dates } }),
    outcome:
      credential.kind === 'none'
        ? { status: 403, body: refusedBody.none }
        : { status: 401, body: refusedBody[wanted] },
  };
  return [requestLog(request, now)];
}

/** The first JSON object in a text, also behind `data: ` of an event stream or within a log line. */
function jsonIn(text: string): string | undefined {
  return [text, ...text.split('\n').slice(0, 200)]
    .map((each) => each.slice(each.indexOf('{'), each.lastIndexOf('}') + 1))
    .find((each) => parseJson(each) !== undefined);
}
