import { diagnose } from '../../diagnosis/diagnose.ts';
import { createRedactor } from '../../redaction.ts';
import { credentialFacts } from '../../session/credentialFacts.ts';
import type { LogEntry } from '../../session/log.ts';
import { readToken } from '../../token.ts';
import { lintSdp } from '../../webrtc/lintSdp.ts';
import type { Reading } from '../recording.ts';
import { openText } from './openText.ts';
import { readCurl } from './readCurl.ts';
import { looksLikeSdp } from './readSdp.ts';
import { connectionLog, requestLog } from './suspectedLog.ts';
import { suspectBody, suspectMessage } from './suspectText.ts';

export type PastedKind =
  | 'nothing'
  | 'recording'
  | 'sdp'
  | 'token'
  | 'api-key'
  | 'curl'
  | 'json'
  | 'error'
  | 'unknown';

/** A catalogue entry that a pasted text points to. */
export interface PastedFinding {
  readonly code: string;
  readonly variant?: string;
  readonly title: string;
  /** what in the text says so, or what it means */
  readonly why: string;
}

export interface Pasted {
  readonly kind: PastedKind;
  /** most specific first */
  readonly findings: readonly PastedFinding[];
  /** what the text says of itself, in words: claims, lint, a key that should not be there */
  readonly facts: readonly string[];
  /** what else would tell more */
  readonly askFor: readonly string[];
  /** where it is a whole session that can be opened */
  readonly reading?: Reading;
}

export interface RecogniseOptions {
  /** wall clock, epoch ms */
  readonly now: number;
  /** of a recording that is made of it */
  readonly id: string;
}

/** More than this of a text that is no file is not looked at, characters. */
const mostRead = 200_000;
const mostFindings = 12;

const ask = {
  har: 'The requests as a HAR file (developer tools, Network, “Export HAR”), recorded while the session starts.',
  dump: 'A dump of chrome://webrtc-internals, downloaded before the page is closed.',
  onError: 'What the SDK’s onError was called with: the promise only says “Failed to start session”.',
  status: 'The HTTP status and the URL beside this body.',
  backendLog: 'The log of your backend at that moment.',
  answer: 'The answer of the call together with the offer.',
  call: 'When and where this token was used: a HAR shows it.',
  more: 'More of the text around it: the message, the stack, the line above.',
} as const;

/** Tells what a pasted text points to. Judged by the catalogue's own recognisers; never throws, keeps no secret. */
export function recogniseText(text: string, { now, id }: RecogniseOptions): Pasted {
  try {
    const pasted = recognise(text, now, id);
    // What quotes the text goes on the page: whatever is known to look like a secret has a name there.
    const { findings, facts } = pasted;
    return { ...pasted, ...createRedactor().redact({ findings, facts }) };
  } catch {
    return { kind: 'unknown', findings: [], facts: ['This text could not be read.'], askFor: [ask.more] };
  }
}

function recognise(text: string, now: number, id: string): Pasted {
  const trimmed = text.replace(/^\uFEFF/, '').trim();
  if (trimmed === '') return { kind: 'nothing', findings: [], facts: [], askFor: [] };
  // Pasting loses the last line end, which is no fault of the description.
  if (looksLikeSdp(trimmed)) return pastedSdp(`${trimmed}\r\n`, now, id);
  const bearer = trimmed.replace(/^(?:authorization:\s*)?bearer\s+/i, '');
  if (/^[\w.-]+$/.test(bearer) && bearer.length < 20_000) {
    const { kind } = readToken(bearer);
    if (kind === 'jwt') return pastedToken(bearer, now);
    if (kind === 'api-key') return { kind: 'api-key', findings: [], facts: [keyWarning], askFor: [ask.har] };
  }
  const reading = openText(text, { id });
  if (reading.ok) {
    return {
      kind: 'recording',
      findings: findingsOf([reading.recording.log]),
      facts: reading.notes,
      askFor: askForLog(reading.recording.source),
      reading,
    };
  }
  return pastedWords(trimmed.slice(0, mostRead), now);
}

const keyWarning =
  'This is an API key, or holds one. It belongs in a backend only: if others saw this text, replace the key.';

function pastedSdp(text: string, now: number, id: string): Pasted {
  const reading = openText(text, { id });
  const type = /a=setup:actpass/.test(text) ? ('offer' as const) : ('answer' as const);
  const found = lintSdp({
    offer: type === 'offer' ? text : undefined,
    answer: type === 'answer' ? text : undefined,
  });
  const facts = found.map(
    ({ line, title, text: said }) => `${title}${said === '' ? '' : `: line ${line}, ${said.slice(0, 120)}`}`,
  );
  // Whether a browser takes it is what the lint's errors foretell.
  const refused = found.some(({ severity }) => severity === 'error') && type === 'answer';
  const error = { name: 'OperationError', message: '' };
  const logs = refused
    ? [connectionLog({ reason: 'sdp', operation: 'setRemoteDescription', error }, now, text)]
    : [];
  return {
    kind: 'sdp',
    findings: findingsOf(logs).filter(({ code }) => code.startsWith('sdp.') && code !== 'sdp.rejected'),
    facts: createRedactor().redact(facts),
    askFor: [ask.answer, ask.dump],
    ...(reading.ok ? { reading } : {}),
  };
}

function pastedToken(bearer: string, now: number): Pasted {
  const { issuedAt, expiresAt, problems } = readToken(bearer);
  const redactor = createRedactor();
  const name = redactor.name('token', bearer);
  const over = expiresAt !== undefined && expiresAt * 1000 <= now;
  const dates = {
    ...(issuedAt === undefined ? {} : { issuedAt }),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  const log = requestLog(
    { endpoint: 'calls', token: { name, ...dates }, outcome: { status: 401, body: tokenRefused } },
    now,
  );
  return {
    kind: 'token',
    findings: over ? verdictsOf([log]) : [],
    facts: [
      ...(issuedAt === undefined ? [] : [`It was made at ${utc(issuedAt)}.`]),
      ...(expiresAt === undefined
        ? []
        : [
            `${over ? 'It ended' : 'It is valid until'} ${utc(expiresAt)}${over ? `, ${minutes(now / 1000 - expiresAt)} ago` : ''}.`,
          ]),
      ...problems,
    ],
    askFor: over ? [] : [ask.call],
  };
}

const tokenRefused = JSON.stringify({
  error: {
    message: 'Incorrect or inactive ephemeral token provided.',
    type: 'invalid_request_error',
    param: null,
    code: null,
  },
});

function pastedWords(text: string, now: number): Pasted {
  const curl = readCurl(text);
  const body = jsonIn(text);
  const key = /sk_orga_ai_\w/.test(text);
  const facts = key ? [keyWarning] : [];
  const logs: (readonly LogEntry[])[] = [];
  if (curl?.endpoint !== undefined) {
    const redactor = createRedactor();
    const credential = credentialFacts(curl.bearer, { token: undefined, apiKey: undefined }, redactor);
    const token = curl.bearer === undefined ? undefined : readToken(curl.bearer);
    const over = token?.expiresAt !== undefined && token.expiresAt * 1000 <= now;
    const wanted = curl.endpoint === 'client-secrets' ? 'api-key' : 'token';
    if (over || credential.kind !== wanted) {
      const dates = {
        ...(token?.issuedAt === undefined ? {} : { issuedAt: token.issuedAt }),
        ...(token?.expiresAt === undefined ? {} : { expiresAt: token.expiresAt }),
      };
      const status = credential.kind === 'none' ? 403 : 401;
      logs.push(
        requestLog(
          {
            endpoint: curl.endpoint,
            url: redactor.redact(curl.url),
            credential,
            ...(credential.name === undefined || token?.kind !== 'jwt'
              ? {}
              : { token: { name: credential.name, ...dates } }),
            outcome: { status, body: wanted === 'api-key' ? keyRefused : tokenRefused },
          },
          now,
        ),
      );
    }
  }
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

const keyRefused = JSON.stringify({
  error: {
    message: 'Incorrect or inactive API key provided.',
    type: 'invalid_request_error',
    param: null,
    code: null,
  },
});

/** The first JSON object in a text, also behind `data: ` of an event stream or within a log line. */
function jsonIn(text: string): string | undefined {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start < 0 || end <= start) return undefined;
  const whole = text.slice(start, end + 1);
  const lines = [
    whole,
    ...text
      .split(/\r?\n/)
      .slice(0, 200)
      .map((line) => line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1)),
  ];
  return lines.find((each) => each.startsWith('{') && isJson(each));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** One of each: what else fits a request of which a text tells no more is the same, less exactly. */
function verdictsOf(logs: readonly (readonly LogEntry[])[]): readonly PastedFinding[] {
  return findingsOf(logs, 1);
}

function findingsOf(logs: readonly (readonly LogEntry[])[], ofEach = mostFindings): readonly PastedFinding[] {
  const found = new Map<string, PastedFinding>();
  for (const log of logs) {
    for (const { code, variant, title, cause } of diagnose(log).slice(0, ofEach)) {
      const name = `${code} ${variant}`;
      if (!found.has(name)) found.set(name, { code, variant, title, why: cause });
    }
  }
  return [...found.values()].slice(0, mostFindings);
}

function askForWords(text: string, kind: PastedKind, findings: readonly PastedFinding[]): readonly string[] {
  if (/Failed to start session|ConnectionError|SessionCreationError/.test(text) && findings.length === 0)
    return [ask.onError, ask.har];
  if (kind === 'json') return [ask.status, ask.har];
  if (kind === 'curl') return [ask.har];
  if (/Failed to fetch session config/.test(text)) return [ask.backendLog, ask.har];
  if (kind === 'unknown') return [ask.more, ask.har];
  return findings.some(({ code }) => /^(?:ice|sdp|dtls|connection)\./.test(code)) ? [ask.dump] : [ask.har];
}

function askForLog(source: string): readonly string[] {
  if (source === 'har') return [ask.dump];
  return source === 'webrtc-internals' || source === 'rtcstats'
    ? [ask.har]
    : source === 'sdp'
      ? [ask.answer, ask.dump]
      : [];
}

function utc(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime())
    ? `${seconds} s`
    : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

function minutes(seconds: number): string {
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
