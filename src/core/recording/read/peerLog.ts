import type { LogEntry } from '../../session/log.ts';
import { createSeries } from '../../session/series.ts';
import type { SeriesData } from '../../session/seriesData.ts';
import { candidatesInSdp, type SdpCandidate, withCandidates } from '../../webrtc/sdpCandidates.ts';
import { createForeignLog } from './foreignLog.ts';
import { given } from './foreignValue.ts';
import { tellBegin } from './peerBegin.ts';
import { readConfiguration } from './peerConfiguration.ts';
import { type PeerFact, readPeerEvent } from './peerFact.ts';
import { failureOfSdp, failureOfStates, silenceOf } from './peerOutcome.ts';
import { createPeerStatistics } from './peerStatistics.ts';
import { createPeerSteps } from './peerSteps.ts';
import type { MediaEvent, PeerSample, PeerTrace } from './peerTrace.ts';
import type { Tell } from './progress.ts';

/** As many samples as a run of the debugger keeps. */
const samplesKept = 3_600;

export interface PeerLog {
  readonly log: readonly LogEntry[];
  readonly series: SeriesData | undefined;
  /** epoch ms */
  readonly startedAt: number;
  readonly notes: readonly string[];
}

type Moment =
  | { readonly at: number; readonly kind: 'fact'; readonly fact: PeerFact }
  | { readonly at: number; readonly kind: 'sample'; readonly sample: PeerSample }
  | { readonly at: number; readonly kind: 'media'; readonly media: MediaEvent };

/**
 * The log that the debugger would have written beside this peer connection. The steps before the offer, and the call,
 * a dump does not show: they are skipped. Throws `Cancelled` only.
 */
export function peerLog(trace: PeerTrace, userAgent: string, tell: Tell): PeerLog {
  const facts = trace.events.flatMap(({ at, name, value }) => {
    const fact = readPeerEvent({ name, value });
    return fact === undefined ? [] : [{ at, kind: 'fact' as const, fact }];
  });
  tell(0.2);
  const samples = trace.samples().map((sample) => ({ at: sample.at, kind: 'sample' as const, sample }));
  const media = trace.media.map((each) => ({ at: each.at, kind: 'media' as const, media: each }));
  tell(0.5);
  const moments: readonly Moment[] = [...media, ...facts, ...samples].toSorted(
    (one, other) => one.at - other.at,
  );
  const startedAt = moments[0]?.at ?? trace.until ?? 0;
  const end = Math.max(trace.until ?? 0, moments.at(-1)?.at ?? 0);

  const out = createForeignLog(startedAt);
  const statistics = createPeerStatistics();
  const series = createSeries({ capacity: samplesKept });
  const notes: string[] = [];
  const configuration = readConfiguration(trace.configuration, out.redactor);
  const hasConnectionState = facts.some(({ fact }) => fact.what === 'state' && fact.machine === 'connection');
  const gathered = gatheredBefore(facts.map(({ fact }) => fact));

  let ice = 'new';
  let dtls: string | undefined;
  let channel: 'none' | 'connecting' | 'open' = 'none';
  let label = '';
  let hasRemoteCandidates = false;
  const lastSdp: { local?: string; remote?: string } = {};
  const last = new Map<string, string>();
  const states = () => ({ ice, dtls });
  const steps = createPeerSteps({ out, statistics, states });

  tellBegin(out, { startedAt, configuration, userAgent, pageUrl: trace.url });

  function onState(at: number, machine: 'signaling' | 'gathering' | 'ice' | 'connection', to: string): void {
    // A page that is opened late is told the present states once more.
    if (last.get(machine) === to) return;
    last.set(machine, to);
    out.add(at, { kind: 'state', step: steps.now(), machine, to });
    if (machine === 'gathering' && to === 'complete' && lastSdp.local !== undefined) steps.endOffer(at);
    if (machine === 'ice') ice = to;
    const decisive = machine === 'connection' || (machine === 'ice' && !hasConnectionState);
    if (decisive && (to === 'connected' || to === 'completed')) steps.connect(at);
    if (decisive && to === 'failed') steps.fail(at, 'connection', failureOfStates(states()));
    if ((machine === 'signaling' || decisive) && to === 'closed') steps.stop(at);
  }

  function onFact(at: number, fact: PeerFact): void {
    switch (fact.what) {
      case 'created':
        steps.beginOffer(at);
        return;
      case 'described':
        onDescription(at, fact);
        return;
      case 'refused': {
        const step = fact.operation === 'setRemoteDescription' ? 'connection' : 'offer';
        steps.fail(at, step, failureOfSdp(fact.operation, fact.error));
        return;
      }
      case 'state':
        onState(at, fact.machine, fact.to);
        return;
      case 'candidate':
        if (fact.candidate.side === 'remote') hasRemoteCandidates = true;
        out.add(at, { kind: 'candidate', step: steps.now(), ...fact.candidate });
        return;
      case 'candidate-error':
        out.add(at, { kind: 'candidate-error', step: 'offer', ...fact.error });
        return;
      case 'candidate-refused':
        out.add(at, {
          kind: 'connection-failure',
          step: 'connection',
          failure: { reason: 'candidate', error: fact.error },
        });
        return;
      case 'track':
        out.add(at, { kind: 'track', step: 'connection', event: 'added', media: fact.media });
        return;
      case 'channel':
        label = fact.label;
        channel = 'connecting';
        out.add(at, { kind: 'state', step: steps.now(), machine: 'channel', to: 'connecting' });
        return;
      case 'configured':
        return;
      case 'closed':
        steps.stop(at);
    }
  }
  function onDescription(at: number, { side, type, sdp }: Extract<PeerFact, { sdp: string }>): void {
    if (type !== 'offer' && type !== 'answer') return;
    if (lastSdp[side] === sdp || (side === 'local' && lastSdp.local !== undefined)) return;
    lastSdp[side] = sdp;
    if (type === 'answer') steps.beginConnection(at);
    else steps.beginOffer(at);
    // As the call carried it: without trickle the offer waits for its candidates.
    const whole = side === 'local' ? withCandidates(sdp, gathered) : sdp;
    out.add(at, { kind: 'description', step: steps.now(), side, type, sdp: whole });
    if (side === 'local') return;
    for (const candidate of candidatesInSdp(sdp).slice(0, 1_000)) {
      hasRemoteCandidates = true;
      out.add(at, { kind: 'candidate', step: steps.now(), side: 'remote', ...candidate });
    }
  }

  function onSample(sample: PeerSample): void {
    const read = statistics.take(sample);
    series.add(Math.max(0, sample.at - startedAt), read.sample);
    const { dtlsState } = read.sample;
    if (typeof dtlsState === 'string' && dtlsState !== dtls) {
      dtls = dtlsState;
      if (dtlsState !== 'new')
        out.add(sample.at, { kind: 'state', step: 'connection', machine: 'dtls', to: dtlsState });
    }
    if (read.channelOpen && channel !== 'open') {
      channel = 'open';
      out.add(sample.at, { kind: 'state', step: 'connection', machine: 'channel', to: 'open' });
      out.add(sample.at, { kind: 'channel', step: 'connection', event: 'open', label });
    }
    if (read.moment !== undefined && steps.outcome() === 'connected') {
      out.add(sample.at, { kind: 'statistics', step: 'connection', moment: read.moment, ...read.snapshot });
    }
  }

  function onMedia(at: number, { device, error }: MediaEvent): void {
    const event = error === undefined ? ('granted' as const) : ('refused' as const);
    out.add(at, { kind: 'media', step: 'offer', device, event, ...given('error', error) });
  }

  for (const [index, moment] of moments.entries()) {
    if (index % 2_000 === 0) tell(0.5 + (0.5 * index) / moments.length);
    if (moment.kind === 'fact') onFact(moment.at, moment.fact);
    else if (moment.kind === 'sample') onSample(moment.sample);
    else onMedia(moment.at, moment.media);
  }
  const ended = steps.finish(end, () => silenceOf(states(), hasRemoteCandidates));
  if (ended !== undefined) notes.push(ended);

  if (out.dropped > 0) notes.push(`${out.dropped} events were too many and left out.`);
  return { log: out.entries, series: series.length === 0 ? undefined : series.toJSON(), startedAt, notes };
}

/** The local candidates that were there when the answer was applied. */
function gatheredBefore(facts: readonly PeerFact[]): readonly SdpCandidate[] {
  const answer = facts.findIndex((fact) => fact.what === 'described' && fact.side === 'remote');
  return facts
    .slice(0, answer < 0 ? facts.length : answer)
    .flatMap((fact) =>
      fact.what === 'candidate' && fact.candidate.side === 'local'
        ? [{ candidate: fact.candidate.candidate, ...given('mid', fact.candidate.mid) }]
        : [],
    );
}
