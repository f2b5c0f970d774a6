import type { ConnectionFailure } from '../../session/failure.ts';
import type { LogEntry, LogEntryOf, Watch } from '../../session/log.ts';
import { answerLines, offerLines, sdpText } from '../../webrtc/testing/literalSdp.ts';
import { type Literal, type LiteralRun, runOf } from './literalLog.ts';

export const chromium: LiteralRun = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0 Safari/537.36',
};
export const firefox: LiteralRun = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
};

export const goodOffer = sdpText(offerLines);
export const goodAnswer = sdpText(answerLines);

/** The answer with these candidates only: `1 udp 1 192.0.2.7 50000 typ host`. */
export function answerWith(...candidates: readonly string[]): string {
  const lines = answerLines.flatMap((line) => {
    if (!line.startsWith('a=candidate:')) return [line];
    return candidates.map((rest, index) => `a=candidate:${index} ${rest}`);
  });
  return sdpText(lines);
}

export function description(side: 'local' | 'remote', sdp: string, type?: 'offer' | 'answer'): Literal {
  return {
    kind: 'description',
    step: side === 'local' ? 'offer' : 'connection',
    side,
    type: type ?? (side === 'local' ? 'offer' : 'answer'),
    sdp,
  };
}

export function servers(
  urls: readonly string[],
  rest: Partial<LogEntryOf<'ice-servers'>> & { readonly expiresAt?: number } = {},
): Literal {
  const { expiresAt, ...facts } = rest;
  return {
    kind: 'ice-servers',
    step: 'ice-config',
    from: 'ice-config',
    servers: [{ urls, ...(expiresAt !== undefined && { expiresAt }) }],
    leftOut: [],
    ...facts,
  };
}

export function state(machine: LogEntryOf<'state'>['machine'], to: string, at?: number): Literal {
  return { kind: 'state', machine, to, ...(at !== undefined && { at }) };
}

/** An own candidate, for example `host`, `srflx` or `relay`; `mdns` is a hidden host. */
export function candidate(type: 'host' | 'mdns' | 'srflx' | 'relay', url?: string, at?: number): Literal {
  const address = type === 'mdns' ? '5dd5dec9-33d9-48c3-9ef3-6f5304ffb81c.local' : '192.168.1.2';
  return {
    kind: 'candidate',
    step: 'offer',
    side: 'local',
    candidate: `candidate:1 1 udp 2113937151 ${address} 50123 typ ${type === 'mdns' ? 'host' : type}`,
    mid: '0',
    ...(url !== undefined && { url }),
    ...(at !== undefined && { at }),
  };
}

export function candidateError(url: string, errorCode: number, errorText: string, at?: number): Literal {
  return {
    kind: 'candidate-error',
    step: 'offer',
    url,
    errorCode,
    errorText,
    ...(at !== undefined && { at }),
  };
}

export function channel(
  event: 'open' | 'closing' | 'close' | 'received',
  error?: LogEntryOf<'channel'>['error'],
): Literal {
  return {
    kind: 'channel',
    step: 'connection',
    event: error === undefined ? event : 'error',
    label: 'orga-realtime-client-events',
    ...(error !== undefined && { error }),
  };
}

interface Counters {
  /** `uncounted`: there is a pair, but the browser does not count its checks, as Firefox */
  readonly sent?: number | 'uncounted';
  readonly answered?: number;
  readonly pair?: string;
  readonly packets?: number;
  readonly dtls?: string;
  readonly rtp?: LogEntryOf<'statistics'>['rtp'];
  readonly at?: number;
}

export function statistics(moment: 'sample' | 'connected' | 'failed', counters: Counters = {}): Literal {
  const { sent, answered = 0, pair = 'in-progress', packets, dtls = 'new', rtp, at } = counters;
  const facts = { local: 'host udp', remote: 'host udp 192.0.2.7:50000', state: pair, nominated: false };
  return {
    kind: 'statistics',
    step: 'connection',
    moment,
    pairs:
      sent === undefined
        ? []
        : [{ ...facts, ...(sent !== 'uncounted' && { requestsSent: sent }), responsesReceived: answered }],
    transport: { dtlsState: dtls, ...(packets !== undefined && { packetsReceived: packets }) },
    ...(rtp !== undefined && { rtp }),
    ...(at !== undefined && { at }),
  };
}

export function watch(
  kind: Watch,
  foresees: string,
  rest: Partial<LogEntryOf<'watch'>> = {},
): Extract<Literal, { kind: 'watch' }> {
  return { kind: 'watch', step: 'connection', watch: kind, silentFor: 3_200, foresees, ...rest };
}

/** The run fails of it; the entry that tells why is the last but two. */
export function failedLog(
  run: LiteralRun,
  entries: readonly Literal[],
  failure: ConnectionFailure,
  step: 'offer' | 'connection' = 'connection',
): readonly LogEntry[] {
  return runOf(
    run,
    ...entries,
    { kind: 'connection-failure', step, failure },
    { kind: 'step', step, state: 'failed', failedBy: `e${entries.length + 2}` },
    { kind: 'run', state: 'failed', by: 'failure' },
  );
}

/** The failure of a setRemoteDescription. */
export function refusedAnswer(name: string, message: string, sdpLineNumber?: number): ConnectionFailure {
  return {
    reason: 'sdp',
    operation: 'setRemoteDescription',
    error: {
      name,
      message,
      ...(sdpLineNumber !== undefined && { sdpLineNumber, errorDetail: 'sdp-syntax-error' }),
    },
  };
}

/** How Chromium shows that ICE failed, and how Firefox does. */
export const iceFailedInChromium: ConnectionFailure = {
  reason: 'ice',
  iceConnectionState: 'disconnected',
  connectionState: 'failed',
};
export const iceFailedInFirefox: ConnectionFailure = {
  reason: 'ice',
  iceConnectionState: 'failed',
  connectionState: 'failed',
};
export const waitedForIce: ConnectionFailure = { reason: 'timeout', limit: 30_000, waitingFor: 'ice' };
