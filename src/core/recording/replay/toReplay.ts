import { advise, diagnose } from '../../diagnosis/diagnose.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { RequestAlteration, RequestFaults } from '../../session/alteration.ts';
import type { Endpoint, LogEntry, LogEntryOf } from '../../session/log.ts';
import { defaultLimits, defaultSettings, type Settings } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import { summarise } from '../../session/summarise.ts';
import { isReservedHost } from '../../webrtc/iceServers.ts';
import { beforeTheRecording } from './beforeTheRecording.ts';
import { expiringBetween } from './expiringBetween.ts';
import { playedPart } from './playedPart.ts';
import { replayDevices } from './replayDevices.ts';
import { replayFarEnd } from './replayFarEnd.ts';
import { concernsSilentServers, replayLimits } from './replayLimits.ts';
import { replayReplies, replayTokens, serverRenamer, type Timing } from './replayReplies.ts';
import { replayAlterations } from './replayRequest.ts';
import type { ReplayExpectation, ReplayScenario } from './replayScenario.ts';
import { unplayable } from './unplayable.ts';

/** What the debugger did wrong with its own peer connection, told from the verdict. */
const peerFaults: Readonly<Record<string, NonNullable<RequestFaults['peer']>>> = {
  'sig.state.answer-twice': 'answer-twice',
  'sig.type.misspelt': 'answer-type',
  'sig.glare.offer-to-offer': 'offer-to-offer',
  'ice.add.early': 'candidate-early',
  'ice.add.garbage': 'candidate-garbage',
  'pc.limit.too-many': 'many-peers',
};

/** A user name that the peer connection refuses (webrtc-pc: more than 512 characters); the recorded one is redacted. */
const tooLong = 'u'.repeat(600);

/**
 * A recorded session as a scenario that can be run again. Takes any log of the declared shape, never throws; linear in
 * its length beside what `diagnose` takes. What cannot be the same is said in `foresight`.
 */
export function toReplay(log: readonly LogEntry[], timing: Timing = 'compressed'): ReplayScenario {
  const started = log.find((entry) => entry.kind === 'run-started');
  const played = playedPart(log, started?.settings ?? defaultSettings);
  const settings = { ...defaultSettings, ...started?.settings };
  const summary = summarise(log);
  const diagnoses = diagnose(log);
  const [verdict] = diagnoses;
  const codes = [...diagnoses, ...advise(log)].map(({ code }) => code);
  const rename = serverRenamer(
    verdict?.code === 'turn.port-disallowed'
      ? 'this-machine'
      : concernsSilentServers(codes)
        ? 'closed-port'
        : 'reserved',
  );
  const withoutName = (text: string) => text.replace(/turn-username#\d+/g, tooLong);
  const recorded = replayReplies(played, timing, (text) =>
    verdict?.code === 'cfg.refused' ? withoutName(rename(text)) : rename(text),
  );
  const route = started?.route ?? 'rest';
  const before = beforeTheRecording(played, {
    route,
    rename,
    failedStep: summary.failedStep,
    recorded: recorded.replies,
  });
  const tokens = replayTokens(played);
  const expiring =
    verdict?.variant === 'expired-between' ? expiringBetween(played, tokens, timing) : undefined;
  const farEnd = replayFarEnd(played, verdict);
  const devices = replayDevices(played, verdict);
  const alterations = replayAlterations(played, settings);
  const again = played.find((entry) => entry.kind === 'attempt' && entry.why === 'again');
  const peer = verdict && peerFaults[`${verdict.code}.${verdict.variant}`];
  const request: RequestFaults = {
    ...(alterations.length > 0 && { alterations }),
    ...(again?.kind === 'attempt'
      ? { again: again.from }
      : before.again !== undefined && { again: before.again }),
    ...(peer !== undefined && { peer }),
    ...(devices.media !== undefined && { media: devices.media }),
    ...(expiring !== undefined && { waitBeforeCall: expiring.waitBeforeCall }),
  };
  const slept = played.find((entry) => entry.kind === 'sleep');
  const why = [
    ...(started === undefined
      ? ['The recording does not tell how the run was set up: defaults are used.']
      : []),
    ...recorded.foresight,
    ...before.foresight,
    ...devices.foresight,
  ];
  const differs = [
    ...(summary.outcome === 'connected' || summary.outcome === 'failed'
      ? []
      : ['The recorded run had not ended: what came after it is as the simulation has it.']),
    ...unplayable(verdict, started),
    ...(farEnd.foresight === undefined ? [] : [farEnd.foresight]),
  ];
  return {
    format: 'webrtc-session-replay',
    version: 1,
    title:
      verdict?.title ?? (summary.outcome === 'connected' ? 'A session that connected' : 'A recorded session'),
    story: storyOf(summary.failedStep, verdict, started),
    route,
    settings: carriedSettings(settings, played),
    limits: replayLimits(started?.limits ?? defaultLimits(route), timing, summary.failedStep, codes),
    ...(Object.keys(request).length > 0 && { request }),
    replies: before.replies,
    ...pathsOf(alterations),
    tokens: expiring?.tokens ?? tokens,
    ...(farEnd.farEnd !== undefined && { farEnd: farEnd.farEnd }),
    ...(keepsReserved(played, codes) && { keepReservedServers: true as const }),
    ...(devices.devices !== undefined && { devices: devices.devices }),
    ...(slept !== undefined && {
      sleep: { after: 800, asleep: Math.round(Math.max(slept.wallClock - slept.monotonic, slept.late)) },
    }),
    expect: expectation(summary.outcome, summary.failedStep, verdict, played),
    faithful: differs.length === 0,
    foresight: [...differs, ...why],
  };
}

/** Settings that shape requests and the connection; where they go is the simulation's business. */
function carriedSettings(settings: Settings, log: readonly LogEntry[]): Partial<Settings> {
  const { baseUrl: _, sessionEndpoint: __, restWith: ___, relay: ____, route: _____, ...rest } = settings;
  const { sessionHeaders: _h, sessionBody: _b, sessionMethod: _m, sessionCredentials: _c, ...carried } = rest;
  // Going on without a token shows in the request that was sent without one.
  const sentUndefined = log.some(
    (entry) => entry.kind === 'request' && entry.credential.kind === 'undefined',
  );
  return { ...carried, ...(sentUndefined && { continueWithoutToken: true }) };
}

/** Whether servers under reserved names were used in the recording, or must be so that the browser refuses them. */
function keepsReserved(log: readonly LogEntry[], codes: readonly string[]): boolean {
  if (codes.includes('ice.dns') || codes.some((code) => code.startsWith('cfg.'))) return true;
  return log.some(
    (entry) =>
      entry.kind === 'ice-servers' &&
      entry.leftOut.length === 0 &&
      entry.servers.some(({ urls }) => urls.some(isReservedHost)),
  );
}

function pathsOf(alterations: readonly RequestAlteration[]): Pick<ReplayScenario, 'paths'> {
  const paths: Partial<Record<Endpoint, string>> = {};
  for (const { endpoint, path } of alterations) if (path !== undefined) paths[endpoint] = path;
  return Object.keys(paths).length === 0 ? {} : { paths };
}

function expectation(
  outcome: string,
  failedStep: SessionStep | undefined,
  verdict: Diagnosis | undefined,
  log: readonly LogEntry[],
): ReplayExpectation {
  const failed = outcome === 'failed';
  const step = failed ? failedStep : verdict?.causedBy.step;
  const error = log.findLast((entry): entry is LogEntryOf<'rest-error'> => entry.kind === 'rest-error');
  const httpStatus = failed && error?.step === failedStep ? error?.http?.status : undefined;
  return {
    outcome: failed ? 'failed' : 'connected',
    ...(verdict !== undefined && { code: verdict.code, variant: verdict.variant }),
    ...(step !== undefined && { step }),
    ...(httpStatus !== undefined && { httpStatus }),
  };
}

function storyOf(
  failedStep: SessionStep | undefined,
  verdict: Diagnosis | undefined,
  started: LogEntryOf<'run-started'> | undefined,
): string {
  const when = started === undefined ? '' : ` of ${new Date(started.wallClock).toISOString().slice(0, 16)}Z`;
  const ended = failedStep === undefined ? 'as it went' : `up to its failure at ${failedStep}`;
  return `The session${when}, ${ended}${verdict === undefined ? '' : `: ${verdict.code}`}.`;
}
