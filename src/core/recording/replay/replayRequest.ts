import type { RequestAlteration } from '../../session/alteration.ts';
import type { Endpoint, LogEntry, LogEntryOf } from '../../session/log.ts';
import type { Settings } from '../../session/settings.ts';

/** A token of long ago, made up, that no service accepts. */
const foreignToken =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzY29wZSI6ImFwaSIsImlhdCI6MTcwMDAwMDAwMCwiZXhwIjoxNzAwMDAwOTAwfQ.from-a-recording';

/** What the recorded requests had wrong, so that the replayed ones have it too: told from the requests themselves. */
export function replayAlterations(
  log: readonly LogEntry[],
  settings: Settings,
): readonly RequestAlteration[] {
  const last = new Map<Endpoint, LogEntryOf<'request'>>();
  for (const entry of log) if (entry.kind === 'request') last.set(entry.endpoint, entry);
  return [...last.values()].flatMap((request) => alterationsOf(request, log, settings));
}

function alterationsOf(
  request: LogEntryOf<'request'>,
  log: readonly LogEntry[],
  settings: Settings,
): readonly RequestAlteration[] {
  const { endpoint } = request;
  if (endpoint === 'session') return [];
  const credential = credentialOf(request, log);
  const body = endpoint === 'calls' ? bodyOf(request, settings) : undefined;
  const withoutEmail =
    endpoint === 'client-secrets' && settings.email !== '' && !/[?&]email=/.test(request.url);
  const path = pathOf(request.url);
  return [
    ...(path === '' || path === `/v1/realtime/${endpoint}` ? [] : [{ endpoint, path }]),
    ...(credential === undefined ? [] : [{ endpoint, ...credential }]),
    ...(withoutEmail ? [{ endpoint, omitField: 'email' as const }] : []),
    ...(body === undefined ? [] : [{ endpoint, ...body }]),
  ];
}

function pathOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^?#]*)/i.exec(url)?.[1] ?? '';
}

type Alteration = Omit<RequestAlteration, 'endpoint'>;

function credentialOf(
  { endpoint, credential, headers }: LogEntryOf<'request'>,
  log: readonly LogEntry[],
): Alteration | undefined {
  switch (credential.kind) {
    case 'none':
      return Object.keys(headers).some((name) => name.toLowerCase() === 'authorization')
        ? undefined
        : { omitAuthorization: true };
    case 'api-key':
      return endpoint === 'client-secrets' ? undefined : { credential: 'api-key' };
    case 'token':
      return endpoint === 'client-secrets' ? { credential: { literal: foreignToken } } : undefined;
    case 'undefined': {
      // Without a token it goes out like this by itself.
      const had = log.some(({ kind }) => kind === 'token');
      return had ? { credential: { literal: 'undefined' } } : undefined;
    }
    case 'other':
      return { credential: { literal: 'credential-of-another-kind' } };
  }
}

function bodyOf({ body }: LogEntryOf<'request'>, settings: Settings): Alteration | undefined {
  if (body === undefined || body === '') return { omitBody: true };
  const fields = objectOf(body);
  // What was cut off for its length was once whole.
  if (fields === undefined) return body.length < cut ? { body } : undefined;
  const offer = asObject(fields['offer']);
  const params = asObject(fields['params']);
  if (offer === undefined) return { omitField: 'offer' };
  if (params === undefined) return { omitField: 'params' };
  const sdp = offer['sdp'];
  if (typeof sdp === 'string' && !sdp.startsWith('v=')) return { offerSdp: sdp };
  const odd = oddParams(params, settings);
  return Object.keys(odd).length === 0 ? undefined : { params: odd };
}

/** As much of a body as an entry keeps, characters. */
const cut = 64 * 1024;

function oddParams(
  params: Readonly<Record<string, unknown>>,
  settings: Settings,
): Record<string, string | number | boolean> {
  const usual: Readonly<Record<string, unknown>> = {
    voice: settings.voice,
    model: settings.model,
    temperature: settings.temperature,
    return_transcription: settings.transcription,
    instructions: settings.instructions,
    history: settings.history,
  };
  const odd: Record<string, string | number | boolean> = {};
  for (const [name, value] of Object.entries(params)) {
    const plain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (plain && usual[name] !== value) odd[name] = value;
  }
  return odd;
}

function objectOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function asObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value))
    : undefined;
}
