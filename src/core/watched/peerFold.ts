import type {
  ConnectionFailure,
  RTCIceConnectionStateName,
  RTCPeerConnectionStateName,
} from '../session/failure.ts';
import { urlsOf } from '../webrtc/iceServers.ts';
import { candidatesInSdp } from '../webrtc/sdpCandidates.ts';
import type { Fact, WatchedPage } from './fact.ts';
import type { SessionFold } from './sessionFold.ts';
import { foldSilence } from './silenceFold.ts';

/** The label that the official client SDK uses (orga-contract.md, section d). */
const sessionLabel = 'orga-realtime-client-events';

/** A page that hangs up after so long in vain has given up; before, it changed its mind, ms. */
export const patience = 2000;

/** Of an answer that holds more, the rest tells nothing new. */
const mostCandidates = 500;

/** How long to wait for the last statistics of a failure, ms. */
const statisticsLimit = 500;

/** One peer connection of a page, and what its states mean for its session. */
export interface PeerFold {
  readonly peer: number;
  readonly session: SessionFold;
  /** of its offer, once there is one */
  ufrag(): string | undefined;
  take(fact: Fact): void;
  /** The call goes out. */
  calling(at: number): void;
  closed(): boolean;
  next(): number | undefined;
  pass(at: number): void;
}

export function foldPeer(
  begin: Extract<Fact, { saw: 'peer' }>,
  session: SessionFold,
  page: WatchedPage,
  isBusy: () => boolean,
): PeerFold {
  const main = begin.channels.find((label) => label === sessionLabel) ?? begin.channels[0];
  const expectsGreeting = main === sessionLabel;
  const silence = foldSilence({
    servers: begin.servers.servers.flatMap(urlsOf),
    relayOnly: begin.servers.policy === 'relay',
    channel: main,
    expectsGreeting,
    limits: page.limits,
    userAgent: page.userAgent,
    report: (entry, at) => void session.report(entry, at),
    logTime: (at) => at - session.beganAt,
  });
  let ice: RTCIceConnectionStateName = 'new';
  let connection: RTCPeerConnectionStateName = 'new';
  let dtls = 'unknown';
  let gathered = false;
  let open = main === undefined;
  let greeted = !expectsGreeting;
  let ufrag: string | undefined;
  let answeredAt: number | undefined;
  let failure: ConnectionFailure | undefined;
  /** when the failure is told, or the limit reached */
  let failsAt: number | undefined;
  let closed = false;

  const missing = () => {
    if (ice !== 'connected' && ice !== 'completed') return 'ice';
    if (connection !== 'connected') return 'dtls';
    return open ? 'session.created' : 'channel';
  };

  /** ICE that stands while the connection failed leaves DTLS as the culprit (failures.md, dtls.fingerprint). */
  function stateFailure(): ConnectionFailure | undefined {
    if (connection !== 'failed') return undefined;
    return dtls === 'failed' || ice === 'connected' || ice === 'completed'
      ? { reason: 'dtls', dtlsState: dtls }
      : { reason: 'ice', iceConnectionState: ice, connectionState: connection };
  }

  function goDown(why: ConnectionFailure | undefined, at: number): void {
    if (why === undefined || failure !== undefined) return;
    failure = why;
    failsAt = at + statisticsLimit;
  }

  function end(at: number): void {
    if (failure === undefined) return;
    failsAt = undefined;
    silence.stop();
    session.failConnection('connection', failure, at);
  }

  function lookUp(at: number): void {
    if (failure !== undefined || !greeted || missing() !== 'session.created') return;
    failsAt = undefined;
    session.connected(at);
  }

  function observe({ entry, at }: Extract<Fact, { saw: 'entry' }>): void {
    if (entry.kind === 'state') {
      if (entry.machine === 'gathering') gathered = entry.to === 'complete';
      // Their values come from the browser, or from a forger whom they do not help.
      if (entry.machine === 'ice') ice = entry.to as RTCIceConnectionStateName;
      if (entry.machine === 'connection') connection = entry.to as RTCPeerConnectionStateName;
      if (entry.machine === 'dtls') dtls = entry.to;
      if (entry.machine === 'channel') open = entry.to === 'open';
      goDown(stateFailure(), at);
    } else if (entry.kind === 'description' && entry.side === 'local') {
      ufrag = /a=ice-ufrag:(\S+)/.exec(entry.sdp)?.[1] ?? ufrag;
    } else if (entry.kind === 'channel' && entry.label === main) {
      if (entry.messageType === 'session.created') greeted = true;
      if (entry.event === 'close' || entry.event === 'error') {
        const error = entry.error === undefined ? {} : { error: entry.error };
        // Where the connection has failed, that is why the channel ended.
        goDown(stateFailure() ?? { reason: 'channel', event: entry.event, ...error }, at);
      }
    } else if (entry.kind === 'statistics' && entry.moment === 'failed') end(at);
    lookUp(at);
  }

  function close(at: number): void {
    closed = true;
    silence.stop();
    if (failure !== undefined) return end(at);
    failsAt = undefined;
    const waited = answeredAt === undefined ? 0 : at - answeredAt;
    if (connection === 'disconnected') {
      // The official SDK hangs up at `disconnected`, without waiting for what becomes of it.
      const iceConnectionState = ice;
      session.failConnection(
        'connection',
        { reason: 'ice', iceConnectionState, connectionState: connection },
        at,
      );
    } else if (session.outcome() === 'running' && waited >= patience) {
      const waitingFor = missing();
      session.failConnection('connection', { reason: 'timeout', limit: Math.round(waited), waitingFor }, at);
    } else if (!isBusy()) session.stop(at);
  }

  return {
    peer: begin.peer,
    session,
    ufrag: () => ufrag,
    take(fact) {
      if (closed) return;
      const { at } = fact;
      switch (fact.saw) {
        case 'entry':
          session.report(fact.entry, at);
          if (fact.entry.kind === 'description' && fact.entry.side === 'remote')
            for (const candidate of candidatesInSdp(fact.entry.sdp).slice(0, mostCandidates))
              session.report({ kind: 'candidate', side: 'remote', ...candidate }, at);
          silence.take(fact);
          return observe(fact);
        case 'sample':
          return silence.take(fact);
        case 'peer-answer':
          // What has failed stays so until the page gets on all the same.
          if (fact.state === 'applying') {
            if (session.outcome() === 'running') session.begin('connection', at);
            return undefined;
          }
          if (answeredAt !== undefined) return undefined;
          answeredAt = at;
          if (session.outcome() !== 'connected') session.begin('connection', at);
          failsAt = at + page.limits.connection;
          return undefined;
        case 'peer-refusal': {
          const { operation, error, sdp } = fact;
          if (operation === 'addIceCandidate') {
            session.report({ kind: 'connection-failure', failure: { reason: 'candidate', error } }, at);
            return undefined;
          }
          if (sdp !== undefined && answeredAt === undefined)
            session.report({ kind: 'description', side: 'remote', type: 'answer', sdp }, at);
          silence.stop();
          const step = operation === 'setRemoteDescription' ? 'connection' : 'offer';
          return session.failConnection(step, { reason: 'sdp', operation, error }, at);
        }
        case 'peer-closed':
          return close(at);
        default:
          return undefined;
      }
    },
    calling(at) {
      if (gathered || session.present() !== 'offer') return;
      session.report(
        { kind: 'note', topic: 'gathering-cut-off', after: Math.round(at - session.since()) },
        at,
      );
      silence.cutOff(at);
    },
    closed: () => closed,
    next() {
      const due = [failsAt, silence.next()].filter((each) => each !== undefined);
      return due.length === 0 ? undefined : Math.min(...due);
    },
    pass(at) {
      if (failsAt === undefined || failsAt > at) {
        silence.tell(at);
        return;
      }
      if (failure !== undefined) return end(at);
      failsAt = undefined;
      session.failConnection(
        'connection',
        { reason: 'timeout', limit: page.limits.connection, waitingFor: missing() },
        at,
      );
    },
  };
}
