import type { CredentialFacts, LogEntry, LogEntryOf } from '../session/log.ts';
import type { CredentialStory, Use } from './evidence.ts';

/** Two records of one use, one in this log and one in the token memory, can be this far apart, ms. */
const sameUse = 2_000;

/** What is known locally of the credential that a request carried: its token's dates and its earlier answers. */
export function tellCredentialStory(
  log: readonly LogEntry[],
  request: LogEntryOf<'request'>,
  response: LogEntryOf<'response'> | undefined,
  wallClock: number | undefined,
): CredentialStory {
  const { kind, name } = request.credential;
  if (name === undefined) return { kind, clock: 'local', expiredOnArrival: false, uses: [] };

  const before = log.slice(0, log.indexOf(request));
  const tokens = before.filter((entry) => entry.kind === 'token').filter((entry) => entry.token === name);
  const received = tokens.at(-1);
  const uses = usesOf(before, request, name);
  const spentBy = uses.findLast((use) => use.endpoint === 'calls' && succeeded(use.status));
  const time = readClock(request, response, wallClock);
  const expiresAt = received?.expiresAt;
  const expiredFor = expiresAt === undefined || time === undefined ? undefined : time.now / 1000 - expiresAt;
  const expiredOnArrival =
    received !== undefined &&
    expiresAt !== undefined &&
    received.wallClock + (time?.skew ?? 0) >= expiresAt * 1000;
  const passedIceConfig = whereItPassed(uses, received, request, expiredFor);
  const handedOutAgain = whereHandedOutAgain(tokens, spentBy, request);
  return {
    kind,
    name,
    clock: time?.clock ?? 'local',
    expiredOnArrival,
    uses,
    ...(received !== undefined && { received }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(expiredFor !== undefined && { expiredFor }),
    ...(spentBy !== undefined && { spentBy }),
    ...(passedIceConfig !== undefined && { passedIceConfig }),
    ...(handedOutAgain !== undefined && { handedOutAgain }),
  };
}

function usesOf(before: readonly LogEntry[], request: LogEntryOf<'request'>, name: string): readonly Use[] {
  const credentials = new Map<string, { facts: CredentialFacts; endpoint: Use['endpoint'] }>();
  const own: Use[] = [];
  const remembered: Use[] = [];
  for (const entry of before) {
    if (entry.kind === 'request')
      credentials.set(entry.request, { facts: entry.credential, endpoint: entry.endpoint });
    if (entry.kind === 'response') {
      const sent = credentials.get(entry.request);
      if (sent?.facts.name !== name) continue;
      own.push({
        endpoint: sent.endpoint,
        status: entry.status,
        ago: request.at - entry.at,
        entry: entry.id,
        where: entry.attempt === request.attempt ? 'this-attempt' : 'earlier-attempt',
        attempt: entry.attempt,
      });
    }
    if (entry.kind === 'token-history' && entry.token === name) {
      for (const use of entry.uses) {
        remembered.push({
          endpoint: use.endpoint,
          status: use.status,
          ago: request.at - entry.at + use.ago,
          entry: entry.id,
          where: 'elsewhere',
        });
      }
    }
  }
  const others = remembered.filter(
    (use) => !own.some((known) => known.endpoint === use.endpoint && Math.abs(known.ago - use.ago) < sameUse),
  );
  return [...own, ...others].toSorted((left, right) => right.ago - left.ago);
}

/** The service's own clock where its `Date` header can be read, for it is the one that counts; else this computer's. */
function readClock(
  request: LogEntryOf<'request'>,
  response: LogEntryOf<'response'> | undefined,
  wallClock: number | undefined,
): { readonly now: number; readonly skew: number; readonly clock: 'service' | 'local' } | undefined {
  if (wallClock === undefined) return undefined;
  const date = Date.parse(response?.headers.date ?? '');
  if (response === undefined || Number.isNaN(date))
    return { now: wallClock + request.at, skew: 0, clock: 'local' };
  return { now: date, skew: date - (wallClock + response.at), clock: 'service' };
}

function whereItPassed(
  uses: readonly Use[],
  received: LogEntryOf<'token'> | undefined,
  request: LogEntryOf<'request'>,
  expiredFor: number | undefined,
): CredentialStory['passedIceConfig'] {
  const validAgo = (expiredFor ?? 0) * 1000;
  const use = uses.findLast(
    ({ endpoint, status, where, ago }) =>
      endpoint === 'ice-config' && succeeded(status) && where === 'this-attempt' && ago >= validAgo,
  );
  if (use !== undefined) return { entry: use.entry, ago: use.ago };
  // The backend took the token through ice-config before it handed both out.
  if (received?.from !== 'session' || received.attempt !== request.attempt) return undefined;
  const ago = request.at - received.at;
  return ago >= validAgo ? { entry: received.id, ago } : undefined;
}

function whereHandedOutAgain(
  tokens: readonly LogEntryOf<'token'>[],
  spentBy: Use | undefined,
  request: LogEntryOf<'request'>,
): LogEntryOf<'token'> | undefined {
  const handedOut = tokens.filter((entry) => entry.from === 'session');
  const last = handedOut.at(-1);
  if (last === undefined) return undefined;
  const spentBefore = spentBy !== undefined && request.at - spentBy.ago <= last.at;
  return spentBefore || handedOut.length > 1 ? last : undefined;
}

function succeeded(status: number): boolean {
  return status >= 200 && status < 300;
}
