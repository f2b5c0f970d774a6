import type { LogEntry, LogEntryOf } from '../session/log.ts';
import type { SessionStep } from '../session/step.ts';
import { stepOfEndpoint } from '../session/stepOfEndpoint.ts';
import { tellConnectionStory } from './connectionStory.ts';
import { tellCredentialStory } from './credentialStory.ts';
import type { CredentialStory, Evidence, Exchange, Phase, Trouble } from './evidence.ts';
import { readUpstream } from './readUpstream.ts';

/** Everything that recognisers read, from the log alone; `undefined` when the run did not fail. */
export function gatherEvidence(log: readonly LogEntry[]): Evidence | undefined {
  const failed = whatFailed(log);
  return failed && evidenceOf(log, 'failed', failed.failing, failed.step);
}

/** The same for a run that is connected or still waits; `undefined` when it failed, was stopped, or never began. */
export function gatherLiveEvidence(log: readonly LogEntry[]): Evidence | undefined {
  const phase = phaseOf(log);
  if (phase !== 'connected' && phase !== 'waiting') return undefined;
  const last = log.at(-1);
  if (last === undefined) return undefined;
  const step = log.findLast((entry) => entry.kind === 'step' && entry.state === 'running')?.step;
  return evidenceOf(log, phase, last, phase === 'connected' ? 'connection' : (step ?? 'connection'));
}

function evidenceOf(log: readonly LogEntry[], phase: Phase, failing: LogEntry, step: SessionStep): Evidence {
  const run = log.findLast((entry) => entry.kind === 'run-started');
  const exchange =
    phase === 'failed' && failing.kind === 'rest-error' ? findExchange(log, failing) : undefined;
  const credential = exchange?.request && storyOf(log, exchange.request, exchange, run);
  return {
    log,
    phase,
    route: run?.route ?? (exchange?.error.request.endpoint === 'session' ? 'backend' : 'rest'),
    attempt: failing.attempt,
    step,
    failing,
    trouble: phase === 'failed' ? readTrouble(failing) : { what: 'nothing' },
    connection: tellConnectionStory(log, failing, run?.settings.iceTransportPolicy),
    ...(run !== undefined && { run }),
    ...(exchange !== undefined && { exchange }),
    ...(credential !== undefined && { credential }),
  };
}

/** How far the run is; `undefined` where it is over without a failure, or never began. */
function phaseOf(log: readonly LogEntry[]): Phase | undefined {
  let phase: Phase | undefined;
  for (const entry of log) {
    if (entry.kind === 'run-started' || entry.kind === 'attempt') phase = 'waiting';
    if (entry.kind === 'step' && entry.state === 'failed') phase = 'failed';
    if (entry.kind !== 'run') continue;
    if (entry.state === 'connected') phase = 'connected';
    if (entry.state === 'failed') phase = 'failed';
    if (entry.state === 'stopped') phase = undefined;
  }
  return phase;
}

function storyOf(
  log: readonly LogEntry[],
  request: LogEntryOf<'request'>,
  exchange: Exchange,
  run: LogEntryOf<'run-started'> | undefined,
): CredentialStory {
  return tellCredentialStory(log, request, exchange.response, run?.wallClock);
}

/** The failure that ended the run, or `undefined`: connected, stopped, paused, still running, or about to try again. */
function whatFailed(
  log: readonly LogEntry[],
): { readonly failing: LogEntry; readonly step: SessionStep } | undefined {
  let ended: LogEntry | undefined;
  let failedStep: LogEntryOf<'step'> | undefined;
  for (const entry of log) {
    if (entry.kind === 'run-started' || entry.kind === 'attempt') {
      ended = undefined;
      failedStep = undefined;
    }
    if (entry.kind === 'step' && entry.state === 'failed') {
      failedStep = entry;
      ended ??= entry;
    }
    if (entry.kind === 'run') {
      if (entry.state === 'failed') ended = entry;
      if (entry.state === 'stopped' && ended === undefined) return undefined;
      if (entry.state === 'connected') {
        ended = undefined;
        failedStep = undefined;
      }
    }
  }
  if (ended === undefined) return undefined;
  const failing = whyItFailed(log, failedStep, ended);
  return { failing, step: failedStep?.step ?? failing.step ?? stepOf(failing) };
}

function whyItFailed(
  log: readonly LogEntry[],
  failedStep: LogEntryOf<'step'> | undefined,
  ended: LogEntry,
): LogEntry {
  const told = log.find(({ id }) => id === failedStep?.failedBy);
  if (told !== undefined) return told;
  const failures = log.filter(
    (entry) =>
      entry.kind === 'rest-error' ||
      entry.kind === 'connection-failure' ||
      entry.kind === 'settings-refused' ||
      entry.kind === 'unexpected',
  );
  const inAttempt = failures.filter((entry) => entry.attempt === ended.attempt);
  const ofStep = inAttempt.findLast(
    (entry) => failedStep?.step === undefined || entry.step === failedStep.step,
  );
  return ofStep ?? inAttempt.at(-1) ?? failedStep ?? ended;
}

function stepOf(failing: LogEntry): SessionStep {
  if (failing.kind === 'rest-error') return stepOfEndpoint[failing.request.endpoint];
  return failing.kind === 'connection-failure' ? 'connection' : 'token';
}

/** The step at which trouble arose: what a backend met at ice-config arose there, though the token step failed. */
export function stepOfTrouble(evidence: Evidence): SessionStep {
  const { trouble } = evidence;
  if (!('forwarded' in trouble) || !trouble.forwarded) return evidence.step;
  return stepOfEndpoint[trouble.at];
}

function findExchange(log: readonly LogEntry[], error: LogEntryOf<'rest-error'>): Exchange {
  const { id, url } = error.request;
  const request = log.findLast((entry) => entry.kind === 'request' && entry.request === id);
  const response = log.findLast(
    (entry) => entry.kind === 'response' && (entry.id === error.response || entry.request === id),
  );
  const [, host = '', path = ''] = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)([^?#]*)/i.exec(url) ?? [];
  return {
    error,
    host: host.toLowerCase(),
    path,
    ...(request?.kind === 'request' && { request }),
    ...(response?.kind === 'response' && { response }),
  };
}

function readTrouble(failing: LogEntry): Trouble {
  switch (failing.kind) {
    case 'rest-error':
      return readRestTrouble(failing);
    case 'connection-failure':
      return { what: 'connection', failure: failing.failure };
    case 'settings-refused':
      return { what: 'settings', failure: failing.failure };
    case 'unexpected':
      return { what: 'unexpected', error: failing.failure.error };
    default:
      return { what: 'unsaid' };
  }
}

function readRestTrouble({ failure, request }: LogEntryOf<'rest-error'>): Trouble {
  const place = { at: request.endpoint, forwarded: false } as const;
  switch (failure.reason) {
    case 'unreachable':
      return { ...place, what: 'unreachable', text: failure.error.message };
    case 'timeout':
      return { ...place, what: 'timeout', phase: failure.phase, limit: failure.limit };
    case 'http':
    case 'bad-reply': {
      const fromBackend = request.endpoint === 'session' || failure.reading.answeredBy === 'backend';
      const upstream = fromBackend ? readUpstream(failure.reading, failure.status) : undefined;
      if (upstream !== undefined) return upstream;
      return failure.reason === 'http'
        ? { ...place, what: 'http', status: failure.status, reading: failure.reading }
        : {
            ...place,
            what: 'bad-reply',
            problem: failure.problem,
            fields: failure.fields,
            status: failure.status,
          };
    }
  }
}
