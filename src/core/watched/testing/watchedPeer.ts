import type { LogEntry } from '../../session/log.ts';
import type { Fact, ObservedEntry } from '../fact.ts';
import { foldPeer } from '../peerFold.ts';
import { foldSession } from '../sessionFold.ts';
import { entry, label, linesOf, page, peerFact } from './watchedFacts.ts';

export type Begin = Extract<Fact, { saw: 'peer' }>;
export type Refusal = Extract<Fact, { saw: 'peer-refusal' }>;

/** A session that began with its offer at 100 ms, and its peer connection. */
export function connecting(more: Partial<Begin> = {}, busy = false) {
  const log: LogEntry[] = [];
  const emit = (each: LogEntry) => void log.push(each);
  const session = foldSession({ number: 1, at: 100, from: 'offer', settings: {}, page, emit });
  session.begin('offer', 100);
  const peer = foldPeer(peerFact(100, 4, more), session, page, () => busy);
  let read = log.length;
  /** what was told since the last look, what the peer connection itself told left out */
  const lines = () => {
    const told = log.slice(read);
    read = log.length;
    const observed = ['state', 'channel', 'description', 'candidate', 'statistics'];
    return linesOf(told.filter(({ kind }) => !observed.includes(kind))).map((line) =>
      line.replace(/^e\d+ /, ''),
    );
  };
  const see = (at: number, observed: ObservedEntry) => peer.take(entry(at, observed, 4));
  const state = (at: number, machine: 'ice' | 'connection' | 'dtls' | 'channel' | 'gathering', to: string) =>
    see(at, { kind: 'state', machine, to });
  const answer = (at: number, of: 'applying' | 'applied') =>
    peer.take({ at, saw: 'peer-answer', peer: 4, state: of });
  const refuse = (at: number, operation: Refusal['operation'], sdp?: string) =>
    peer.take({ at, saw: 'peer-refusal', peer: 4, operation, error, ...(sdp === undefined ? {} : { sdp }) });
  const close = (at: number) => peer.take({ at, saw: 'peer-closed', peer: 4 });
  const greet = (at: number, messageType = 'session.created', on = label) =>
    see(at, { kind: 'channel', event: 'received', label: on, messageType, text: '{}' });
  return { peer, session, log, lines, see, state, answer, refuse, close, greet };
}

const error = { name: 'OperationError', message: 'no' };

/** The answer is applied at 200 ms. */
export function answered(more: Partial<Begin> = {}, busy = false) {
  const made = connecting(more, busy);
  made.answer(190, 'applying');
  made.answer(200, 'applied');
  made.lines();
  return made;
}

/** The connection stands at 300 ms, and the session is not greeted yet. */
export function ungreeted(more: Partial<Begin> = {}) {
  const made = answered(more);
  made.state(250, 'ice', 'connected');
  made.state(280, 'connection', 'connected');
  made.state(300, 'channel', 'open');
  return made;
}

/** A session that stands at 310 ms. */
export function standing() {
  const made = ungreeted();
  made.greet(310);
  made.lines();
  return made;
}
