import {
  describeCandidate,
  describeCandidateError,
  describeChannel,
  describeDescription,
  describeServers,
  describeState,
  describeStatistics,
} from './describeConnection.ts';
import { describeFailure } from './describeFailure.ts';
import { describeLive } from './describeLive.ts';
import type { Endpoint, Level, LogEntry, LogEntryOf } from './log.ts';
import { visibleLine } from './visibleText.ts';
import { duration, pathOf, plural, quoted } from './wording.ts';

/**
 * The level of an entry. The specification's logging rule: a validation error (422) is a warning, authentication
 * and network failures are errors.
 */
export function levelOf(entry: LogEntry): Level {
  switch (entry.kind) {
    case 'rest-error':
      return entry.failure.reason === 'http' && entry.failure.status === 422 ? 'warn' : 'error';
    case 'connection-failure':
    case 'unexpected':
    case 'settings-refused':
      return 'error';
    case 'candidate-error':
      return 'warn';
    case 'state':
      return entry.to === 'failed' || entry.to === 'disconnected' ? 'warn' : 'debug';
    case 'channel':
      return entry.event === 'error' ? 'warn' : 'info';
    case 'candidate':
    case 'statistics':
      return 'debug';
    case 'watch':
      return entry.over === true ? 'info' : 'warn';
    case 'sleep':
      return 'warn';
    case 'media':
      return entry.event === 'refused' || entry.event === 'blocked' || entry.event === 'ended'
        ? 'warn'
        : 'info';
    case 'run-started':
    case 'run':
    case 'attempt':
    case 'step':
    case 'request':
    case 'response':
    case 'token':
    case 'token-history':
    case 'ice-servers':
    case 'description':
    case 'track':
      return 'info';
    case 'note':
      return entry.topic === 'clock-skew' || entry.topic === 'clock-set-back' ? 'warn' : 'info';
  }
}

/**
 * The entry in one plain line, with units, in which nothing of a foreign text hides; no secrets, because an entry has
 * none.
 */
export function describe(entry: LogEntry): string {
  return visibleLine(say(entry), 1_000);
}

function say(entry: LogEntry): string {
  switch (entry.kind) {
    case 'run-started':
      return `Run ${entry.run} started: ${entry.target}, ${entry.route} route, from ${entry.from}${entry.until === undefined ? '' : ` until ${entry.until}`}`;
    case 'run':
      return describeRun(entry);
    case 'attempt':
      return `Attempt ${entry.number} from ${entry.from}: ${attemptReasons[entry.why]}${entry.delay > 0 ? `, after ${duration(entry.delay)}` : ''}`;
    case 'step':
      return `Step ${entry.step ?? 'unknown'} ${entry.state}${entry.took === undefined ? '' : ` after ${duration(entry.took)}`}`;
    case 'request':
      return describeRequest(entry);
    case 'response':
      return `${entry.status}${entry.statusText === '' ? '' : ` ${entry.statusText}`} in ${duration(entry.took)}, ${plural(entry.bodyBytes, 'byte')}${correlation(entry)}`;
    case 'rest-error':
      return `${entry.request.method} ${pathOf(entry.request.url)} → ${describeFailure(entry.failure, entry.http)}`;
    case 'token':
      return describeToken(entry);
    case 'token-history':
      return describeHistory(entry);
    case 'ice-servers':
      return describeServers(entry);
    case 'description':
      return describeDescription(entry);
    case 'state':
      return describeState(entry);
    case 'candidate':
      return describeCandidate(entry);
    case 'candidate-error':
      return describeCandidateError(entry);
    case 'channel':
      return describeChannel(entry);
    case 'track':
      return `Remote ${entry.media} track ${entry.event}`;
    case 'statistics':
      return describeStatistics(entry);
    case 'watch':
      return describeWatch(entry);
    case 'sleep':
      return entry.wallClock - entry.monotonic > entry.late
        ? `This machine slept: the clock went on by ${duration(entry.wallClock)}, timers by ${duration(entry.monotonic)}`
        : `Nothing ran in this page for ${duration(entry.late)}: the machine slept, or the page was suspended or busy`;
    case 'media':
      return describeMedia(entry);
    case 'connection-failure':
    case 'settings-refused':
    case 'unexpected':
      return describeFailure(entry.failure);
    case 'note':
      return describeNote(entry);
  }
}

const watches = {
  'ice-server': 'has not answered',
  gathering: 'gathering has not ended',
  'ice-new': 'the ICE state has stayed new',
  'no-candidates': 'the answer has no usable candidate',
  checks: 'connectivity checks have had no answer',
  dtls: 'the DTLS handshake has not ended',
  channel: 'the data channel has stayed connecting',
  session: 'no session.created has come',
} as const satisfies Record<LogEntryOf<'watch'>['watch'], string>;

function describeWatch({ watch, subject, silentFor, until, over }: LogEntryOf<'watch'>): string {
  const what = subject === undefined ? watches[watch] : `${subject} ${watches[watch]}`;
  if (over === true) return `Silence over after ${duration(silentFor)}: ${what}`;
  const browser = until === undefined ? '' : `; the browser will report it at about ${duration(until)}`;
  return `Waiting for ${duration(silentFor)}: ${what}${browser}`;
}

function describeMedia({ device, event, error, constraint }: LogEntryOf<'media'>): string {
  const why =
    error === undefined ? '' : `: ${error.name}${error.message === '' ? '' : ` ${quoted(error.message)}`}`;
  return `${device === 'playback' ? 'Playback' : device === 'camera' ? 'Camera' : 'Microphone'} ${event}${why}${constraint === undefined ? '' : ` (constraint ${constraint})`}`;
}

const attemptReasons = {
  retry: 'the last may do better now',
  'new-token': 'with a new token',
  again: 'again with the same token',
} as const satisfies Record<LogEntryOf<'attempt'>['why'], string>;

const endpoints = {
  'client-secrets': 'client-secrets',
  'ice-config': 'ice-config',
  calls: 'calls',
  session: 'the session endpoint',
} as const satisfies Record<Endpoint, string>;

function describeRun(entry: LogEntryOf<'run'>): string {
  switch (entry.state) {
    case 'paused':
      return `Paused${entry.step === undefined ? '' : ` before ${entry.step}`}`;
    case 'continued':
      return 'Continued';
    case 'connected':
      return entry.shown === 'transport'
        ? 'Connected; whether the session was created, a dump does not show'
        : 'Connected: the data channel is open and the session was created';
    case 'failed':
      return 'Run failed';
    case 'stopped':
      return entry.by === 'new-run'
        ? 'Stopped by a new run'
        : entry.by === 'failure'
          ? 'Stopped by a failure'
          : 'Stopped by you';
  }
}

function describeRequest(entry: LogEntryOf<'request'>): string {
  const altered = entry.altered.length === 0 ? '' : `, altered: ${entry.altered.join(', ')}`;
  return `${entry.method} ${pathOf(entry.url)} with ${credential(entry)}${entry.via === undefined ? '' : ', through the relay'}${altered}`;
}

function credential({ credential: { kind, name } }: LogEntryOf<'request'>): string {
  switch (kind) {
    case 'none':
      return 'no credential';
    case 'undefined':
      return 'the text "undefined" for a token';
    case 'api-key':
    case 'token':
      return name ?? kind;
    case 'other':
      return name ?? 'another credential';
  }
}

function correlation(entry: LogEntryOf<'response'>): string {
  if (entry.correlationId !== undefined) return `, id ${entry.correlationId}`;
  return entry.correlationExposed ? '' : ', correlation id not exposed by the service';
}

function describeToken(entry: LogEntryOf<'token'>): string {
  const sources = {
    'client-secrets': 'client-secrets',
    session: 'the session endpoint',
    pasted: 'the form',
    carried: 'an earlier run',
  };
  const begin = `Received ${entry.token} from ${sources[entry.from]}`;
  if (entry.expiresAt === undefined) return `${begin}: it does not say when it expires`;
  const left = entry.expiresAt * 1000 - entry.wallClock;
  return left >= 0 ? `${begin}: expires in ${duration(left)}` : `${begin}: expired ${duration(-left)} ago`;
}

function describeHistory(entry: LogEntryOf<'token-history'>): string {
  if (entry.uses.length === 0) return `${entry.token} was not used before on this origin`;
  const uses = entry.uses.map((use) => `${endpoints[use.endpoint]} ${duration(use.ago)} ago (${use.status})`);
  return `${entry.token} was used before: ${uses.join(', ')}`;
}

function describeNote(entry: LogEntryOf<'note'>): string {
  switch (entry.topic) {
    case 'slow':
      return `No answer from ${entry.waitingFor} for ${duration(entry.after)}`;
    case 'gathering-cut-off':
      return `Gathering cut off after ${duration(entry.after)}: the offer goes out with the candidates so far, as the SDK does`;
    case 'limits-shortened': {
      const limits = Object.entries(entry.limits).map(([step, limit]) => `${step} ${duration(limit)}`);
      return `Time limits shortened for this scenario: ${limits.join(', ')}`;
    }
    case 'simulation-restarted':
      return 'The simulation had stopped and was restarted';
    case 'storage-refused':
      return `The browser refused to store ${entry.what}`;
    case 'carried':
      return `Carried over: ${entry.what}`;
    case 'left-out':
      return `Left out, as Setup says: ${entry.what}`;
    case 'clock-set-back':
      return `This computer's clock was set back by ${duration(entry.by)}: times of this run go on, those of the day jump`;
    case 'network-look':
    case 'local-access':
    case 'probe':
    case 'clock-skew':
      return describeLive(entry);
  }
}
