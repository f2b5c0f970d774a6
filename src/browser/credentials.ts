import { decodeBase64 } from '../core/base64.ts';
import type { LogEntryOf } from '../core/session/log.ts';
import type { RequestEdit } from '../core/session/requestEdit.ts';
import { slowSessionEndpoint } from '../core/session/settings.ts';
import type { RTCIceServerLike } from '../core/webrtc/iceServers.ts';
import type { Attempt } from './attempt.ts';
import { callEndpoint, restFailed } from './callEndpoint.ts';
import { skewByToken } from './liveClock.ts';
import { iceServersEntry, tokenEntry } from './observe/credentialEntries.ts';
import type { Carried } from './sessionPlan.ts';
import { StepFailed } from './stepFailed.ts';

/** The share of the session endpoint's limit after which it counts as slow: 10 s of 25 s. */
const slowShare = 0.4;

/** Step `token`: from client-secrets with the API key, from the session endpoint, or as pasted. Throws StepFailed. */
export async function obtainToken(attempt: Attempt, edit?: RequestEdit): Promise<Carried> {
  const { settings, secrets, limits } = attempt.plan;
  const limit = limits.token;
  if (settings.route === 'backend') {
    const outcome = await noteWhenSlow(limit, attempt, () =>
      callEndpoint('session', { limit, edit }, attempt),
    );
    return tokenFrom('session', outcome, attempt);
  }
  if (secrets.apiKey === undefined && secrets.token !== undefined) {
    const pasted = { token: secrets.token };
    reportToken('pasted', pasted, attempt);
    return pasted;
  }
  if (attempt.plan.live !== undefined && settings.restWith === 'token') {
    throw refused('token', 'There is no token. Paste one into Setup, or choose another way in.');
  }
  if (secrets.apiKey === undefined && attempt.plan.live === undefined && !alters('client-secrets', attempt)) {
    throw refused('apiKey', 'There is no API key to ask for a token with. Give one, or paste a token.');
  }
  return tokenFrom('client-secrets', await callEndpoint('client-secrets', { limit, edit }, attempt), attempt);
}

/** Step `ice-config`: asked for by the REST route; by the backend route it came with the token. Throws StepFailed. */
export async function obtainIceServers(
  attempt: Attempt,
  edit?: RequestEdit,
): Promise<readonly RTCIceServerLike[]> {
  const { settings, limits } = attempt.plan;
  if (settings.route === 'backend') {
    const servers = attempt.held.iceServers ?? [];
    reportIceServers(attempt.from === 'token' ? 'session' : 'carried', servers, attempt);
    return servers;
  }
  if (!settings.fetchIceConfig) {
    attempt.controls.report({ kind: 'note', topic: 'left-out', what: 'the request for ICE servers' });
    return [];
  }
  requireToken(attempt);
  const outcome = await callEndpoint('ice-config', { limit: limits['ice-config'], edit }, attempt);
  if (!outcome.ok) throw restFailed(outcome);
  reportIceServers('ice-config', outcome.value.iceServers, attempt);
  return outcome.value.iceServers;
}

/** Without a token only those go on who asked to, as the SDKs do. Throws StepFailed. */
export function requireToken({ held, plan }: Attempt): void {
  if (held.token !== undefined || plan.settings.continueWithoutToken) return;
  throw refused('token', 'There is no token to go on with. Paste one, or run from the token step.');
}

/** Tells what an attempt begins with, where it does not begin at the token. */
export function reportHeld(attempt: Attempt): void {
  const { held, from, plan } = attempt;
  if (from === 'token') return;
  reportToken(held.token === plan.secrets.token ? 'pasted' : 'carried', held, attempt);
  if (from !== 'ice-config') reportIceServers('carried', held.iceServers ?? [], attempt);
}

function tokenFrom(
  from: 'client-secrets' | 'session',
  outcome: Awaited<ReturnType<typeof callEndpoint<'client-secrets' | 'session'>>>,
  attempt: Attempt,
): Carried {
  const goesOn = attempt.plan.settings.continueWithoutToken;
  if (!outcome.ok && !(goesOn && outcome.failure.reason === 'bad-reply')) throw restFailed(outcome);
  const obtained = outcome.ok ? outcome.value : outcome.partial;
  reportToken(from, obtained, attempt);
  return obtained;
}

function reportToken(
  from: LogEntryOf<'token'>['from'],
  { token, expiresAtText }: Carried,
  { controls: { redactor, report }, plan }: Attempt,
): void {
  if (token === undefined) return;
  const entry = tokenEntry(from, { token, expiresAtText }, redactor, Date.now(), decodeBase64);
  report(entry);
  if (plan.live === undefined || (from !== 'client-secrets' && from !== 'session')) return;
  const skew = skewByToken(entry.issuedAt, from === 'client-secrets', entry.wallClock);
  if (skew !== undefined) report(skew);
}

function reportIceServers(
  from: LogEntryOf<'ice-servers'>['from'],
  servers: readonly RTCIceServerLike[],
  { controls: { redactor, report }, plan }: Attempt,
): void {
  report(iceServersEntry(from, servers, redactor, plan.leaveOut));
}

async function noteWhenSlow<T>(limit: number, { controls }: Attempt, request: () => Promise<T>): Promise<T> {
  const after = Math.min(slowSessionEndpoint, limit * slowShare);
  const timer = setTimeout(
    () => controls.report({ kind: 'note', topic: 'slow', waitingFor: 'the session endpoint', after }),
    after,
  );
  try {
    return await request();
  } finally {
    clearTimeout(timer);
  }
}

function alters(endpoint: 'client-secrets', { plan }: Attempt): boolean {
  return plan.faults?.alterations?.some((alteration) => alteration.endpoint === endpoint) ?? false;
}

function refused(key: string, message: string): StepFailed {
  return new StepFailed({ reason: 'settings', key, message });
}
