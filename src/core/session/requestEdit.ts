import { checkSettings } from './checkSettings.ts';
import { isObject, type Json } from './foreignJson.ts';
import { headerProblem, isSecretHeader, readHeaderLines } from './headerLines.ts';
import type { Endpoint } from './log.ts';
import { looksSecret } from './looksSecret.ts';
import { defaultLimits, defaultSettings } from './settings.ts';
import type { SessionStep } from './step.ts';

/** The next request of a run that waits, as it may be shown: stand-ins for secrets, which are filled in on sending. */
export interface RequestText {
  readonly step: SessionStep;
  readonly endpoint: Endpoint;
  readonly method: 'GET' | 'POST' | 'PUT';
  /** what stands before the path; never edited: nothing is sent elsewhere than the settings say */
  readonly origin: string;
  /** with its query */
  readonly path: string;
  /** the relay on this machine knows the paths of the service, and no others */
  readonly pathIsFixed: boolean;
  /** `Name: value`, one a line: those that hold credentials, which are not edited */
  readonly credentials: string;
  /** `Name: value`, one a line: all others that the page sets */
  readonly headers: string;
  /** JSON set out readably; empty where none is sent */
  readonly body: string;
}

/** What the user changed by hand; absent: sent as it is. */
export interface RequestEdit {
  readonly path?: string;
  readonly headers?: string;
  /** empty: none is sent */
  readonly body?: string;
}

export interface EditCheck {
  /** why it cannot be sent, and what to do */
  readonly problem?: { readonly field: keyof RequestEdit; readonly message: string };
  /** where it breaks the contract; it can be sent so */
  readonly warnings: readonly string[];
}

/** A request that waits for the user, and how a change of it is judged. */
export interface NextRequest {
  readonly text: RequestText;
  readonly check: (edit: RequestEdit) => EditCheck;
}

/** Checks an edit before it is sent. What a browser can send is never refused: the service's answer may be what is wanted. */
export function checkEdit(request: RequestText, edit: RequestEdit): EditCheck {
  const problem = pathProblem(edit.path) ?? headersProblem(edit.headers) ?? bodyProblem(request, edit.body);
  const warnings = [
    ...pathWarnings(request, edit.path),
    ...headerWarnings(request, edit.headers),
    ...bodyWarnings(request, edit.body),
  ];
  return { ...(problem === undefined ? {} : { problem }), warnings };
}

type Problem = NonNullable<EditCheck['problem']>;

function pathProblem(path: string | undefined): Problem | undefined {
  if (path === undefined) return undefined;
  if (!path.startsWith('/')) return { field: 'path', message: 'A path begins with a slash.' };
  if (/[\s#]/.test(path))
    return { field: 'path', message: 'A path holds no space and no #. Write them as %20 and %23.' };
  return looksSecret(path)
    ? {
        field: 'path',
        message: 'This looks like a key or a token. Remove it: addresses are shown and logged.',
      }
    : undefined;
}

function headersProblem(headers: string | undefined): Problem | undefined {
  if (headers === undefined) return undefined;
  const secret = readHeaderLines(headers).find(({ name }) => isSecretHeader(name))?.name;
  const message =
    secret === undefined
      ? headerProblem(headers, false)
      : `${secret} holds a credential, which is not edited here. Setup says which one is sent.`;
  return message === undefined ? undefined : { field: 'headers', message };
}

function bodyProblem({ method }: RequestText, body: string | undefined): Problem | undefined {
  return method === 'GET' && body !== undefined && body !== ''
    ? { field: 'body', message: 'A browser sends no body with GET. Leave it empty.' }
    : undefined;
}

function pathWarnings({ endpoint, path }: RequestText, edited: string | undefined): readonly string[] {
  if (edited === undefined || edited === path || endpoint === 'session') return [];
  return [`The contract’s path is ${path}.`];
}

function headerWarnings({ headers }: RequestText, edited: string | undefined): readonly string[] {
  if (edited === undefined) return [];
  const typeOf = (text: string) =>
    readHeaderLines(text).find(({ name }) => /^content-type$/i.test(name))?.value;
  const wanted = typeOf(headers);
  return wanted === undefined || typeOf(edited) === wanted
    ? []
    : [`The contract wants Content-Type: ${wanted}.`];
}

function bodyWarnings(request: RequestText, body: string | undefined): readonly string[] {
  if (body === undefined) return [];
  const strange = strangeStandIns(request, body);
  if (request.endpoint === 'session') return strange;
  if (request.endpoint !== 'calls') return body === '' ? [] : ['The contract has no body here.', ...strange];
  if (body === '') return ['The contract wants a body with offer and params.'];
  const parsed = parse(body);
  if ('error' in parsed) return [`The body is no JSON: ${parsed.error}.`, ...strange];
  return [...callWarnings(parsed.value), ...strange];
}

/** `POST /v1/realtime/calls` (orga-contract, section b): `{offer: {sdp, type, candidates}, params}`. */
function callWarnings(value: unknown): readonly string[] {
  if (!isObject(value)) return ['The contract wants an object with offer and params.'];
  const { offer, params } = value;
  return [
    ...(isObject(offer) ? offerWarnings(offer) : ['The object offer is absent.']),
    ...(isObject(params) ? paramWarnings(params) : ['The object params is absent.']),
  ];
}

function offerWarnings({ sdp, type }: Json): readonly string[] {
  return [
    ...(typeof sdp === 'string' ? [] : ['offer.sdp is no text.']),
    ...(type === 'offer' ? [] : ['offer.type is not “offer”.']),
  ];
}

/** By name on the wire, the setting that it comes from. */
const settingOf: Readonly<Record<string, string>> = {
  voice: 'voice',
  model: 'model',
  temperature: 'temperature',
  return_transcription: 'transcription',
  instructions: 'instructions',
  modalities: 'modalities',
  history: 'history',
};

/** The same checks as Setup’s, so that one rule stands in one place. */
function paramWarnings(params: Json): readonly string[] {
  const given = Object.entries(params).flatMap(([name, value]) => {
    const key = Object.hasOwn(settingOf, name) ? settingOf[name] : undefined;
    // The SDK sends null for no instructions.
    return key === undefined ? [] : [[key, key === 'instructions' && value === null ? '' : value] as const];
  });
  const unknown = Object.keys(params).filter((name) => !Object.hasOwn(settingOf, name));
  const settings = Object.assign({ ...defaultSettings }, Object.fromEntries(given));
  // The defaults have none, so these are of what is given.
  const problems = checkSettings(settings, defaultLimits('rest'));
  const nameOf = (key: string) => Object.keys(settingOf).find((name) => settingOf[name] === key) ?? key;
  return [
    ...problems.map(({ key, message }) => `params.${nameOf(key)}: ${message}`),
    ...unknown.map((name) => `params.${name} is not in the contract.`),
  ];
}

const standIn = /(?:token|api-key|turn-credential|turn-username|secret)#\d+|redacted\d{12,16}/g;

/** Stand-ins that stand for nothing here: they would go out as they are written. */
function strangeStandIns({ credentials, headers, body }: RequestText, edited: string): readonly string[] {
  const known: readonly string[] = `${credentials}\n${headers}\n${body}`.match(standIn) ?? [];
  const strange = new Set((edited.match(standIn) ?? []).filter((each) => !known.includes(each)));
  return [...strange].map(
    (each) => `${each} stands for nothing in this request and is sent as it is written.`,
  );
}

function parse(text: string): { readonly value: unknown } | { readonly error: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { error: error instanceof Error ? error.message.replace(/\.$/, '') : 'it cannot be read' };
  }
}
