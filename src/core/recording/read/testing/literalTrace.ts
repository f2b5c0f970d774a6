import type { Stat } from '../../../session/readStatistics.ts';
import { peerLog } from '../peerLog.ts';
import type { PeerTrace } from '../peerTrace.ts';

export const began = 1_795_348_800_000;
export const host = 'candidate:1 1 udp 1 192.0.2.9 5 typ host';
export const relay = 'candidate:2 1 udp 1 192.0.2.8 5 typ relay';
export const far = 'candidate:9 1 udp 1 192.0.2.7 50009 typ host';
export const offer = 'v=0\r\nm=audio 9 x 0\r\na=mid:0\r\n';
export const answer = `v=0\r\nm=audio 9 x 0\r\na=mid:0\r\na=${far}\r\n`;

/** An event, as a test writes it: `at` in ms since the begin. */
export type Said = readonly [at: number, name: string, value?: unknown];

/** A trace of these events. */
export function traceOf(events: readonly Said[], rest: Partial<PeerTrace> = {}): PeerTrace {
  return {
    id: 'PC_0',
    url: 'https://app.example/',
    configuration: {},
    events: events.map(([at, name, value]) => ({ at: began + at, name, value })),
    media: [],
    samples: () => [],
    ...rest,
  };
}

/** The same event, at another time. */
export const later = (at: number, [, name, value]: Said): Said => [at, name, value];

/** The trace has these samples. */
export const sampled = (...samples: readonly (readonly [at: number, ...stats: readonly Stat[]])[]) => ({
  samples: () => samples.map(([at, ...stats]) => ({ at: began + at, stats })),
});

/** The log of a trace, without ids and attempts. */
export function told(events: readonly Said[], rest: Partial<PeerTrace> = {}) {
  const { log, ...read } = peerLog(traceOf(events, rest), 'Chrome/156', () => {});
  return { ...read, log: log.map(({ id: _, attempt: __, ...entry }) => entry) };
}

/** What follows the three entries that every such log begins with. */
export const afterBegin = (events: readonly Said[], rest: Partial<PeerTrace> = {}) =>
  told(events, rest).log.slice(3);

export const step = (at: number, name: string, state: string, more = {}) => ({
  at,
  kind: 'step',
  step: name,
  state,
  ...more,
});

export const state = (at: number, name: string, machine: string, to: string) => ({
  at,
  kind: 'state',
  step: name,
  machine,
  to,
});

export const stopped = (at: number) => ({ at, kind: 'run', state: 'stopped', by: 'user' });
export const offered: Said = [0, 'setLocalDescription', { type: 'offer', sdp: offer }];
export const answered: Said = [100, 'setRemoteDescription', { type: 'answer', sdp: answer }];
