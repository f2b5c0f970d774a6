import type { Unlogged } from '../../session/log.ts';
import type { ObservedEntry } from '../fact.ts';
import { foldSilence, type SilenceParts } from '../silenceFold.ts';
import { entry, label, page } from './watchedFacts.ts';

export const turn = 'turn:turn.example.net:3478?transport=udp';
export const sdp = 'v=0\r\nm=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n';
export const usable = `${sdp}a=candidate:1 1 udp 1 203.0.113.1 50000 typ host\r\n`;

/** What is told of the silences of a peer connection, a line each; its log began 100 ms after the probe. */
export function silence(parts: Partial<SilenceParts> = {}) {
  const told: string[] = [];
  const report = (watched: Unlogged, at: number) => {
    if (watched.kind !== 'watch') throw new Error(watched.kind);
    const { step, watch, subject, silentFor, until, foresees, over } = watched;
    const end = over === true ? ' over' : '';
    const of = subject === undefined ? '' : ` of ${subject}`;
    told.push(
      `${at} ${step} ${watch}${of} for ${silentFor} foresees ${foresees}${until === undefined ? '' : ` until ${until}`}${end}`,
    );
  };
  const fold = foldSilence({
    servers: [],
    relayOnly: false,
    channel: label,
    expectsGreeting: true,
    limits: page.limits,
    userAgent: page.userAgent,
    report,
    logTime: (at) => at - 100,
    ...parts,
  });
  const see = (at: number, observed: ObservedEntry) => fold.take(entry(at, observed, 1));
  const state = (at: number, machine: string, to: string) =>
    see(at, { kind: 'state', machine, to } as ObservedEntry);
  const candidate = (at: number, candidateLine: string, url?: string) =>
    see(at, {
      kind: 'candidate',
      side: 'local',
      candidate: candidateLine,
      ...(url === undefined ? {} : { url }),
    });
  const answer = (at: number, text: string) =>
    see(at, { kind: 'description', side: 'remote', type: 'answer', sdp: text });
  const sample = (at: number, values: Readonly<Record<string, number | string>>) =>
    fold.take({ at, saw: 'sample', peer: 1, values, wall: 0 });
  /** Tells what is due until then. */
  const pass = (until: number) => {
    for (let due = fold.next(); due !== undefined && due <= until; due = fold.next()) fold.tell(due);
    return told.splice(0);
  };
  return { fold, told, see, state, candidate, answer, sample, pass };
}

export const host = 'candidate:1 1 udp 1 10.0.0.2 50000 typ host';

/** A connection that stands at 1,000 ms but for its channel. */
export function standing(parts: Partial<SilenceParts> = {}) {
  const made = silence(parts);
  made.candidate(100, host);
  made.answer(500, usable);
  made.state(600, 'ice', 'checking');
  made.state(700, 'connection', 'connecting');
  made.state(800, 'ice', 'connected');
  made.state(1_000, 'connection', 'connected');
  return made;
}
