import type { LogEntry } from '../../session/log.ts';
import { addressKind } from '../../webrtc/address.ts';
import { parseCandidate } from '../../webrtc/candidate.ts';
import { selectedPair } from '../../webrtc/selectedPair.ts';
import { compareFacts, type Fact, type Facts } from './compareFacts.ts';
import type { Both, ComparedFact } from './sessionComparison.ts';

/**
 * Candidates by side, type, protocol and family of address. How many of a kind there are depends on the network
 * interfaces of the moment; that there are none of it is what matters.
 */
export function compareCandidates(logs: Both<readonly LogEntry[]>): readonly ComparedFact[] {
  return compareFacts({ left: candidatesOf(logs.left), right: candidatesOf(logs.right) }).map(onlyPresence);
}

function candidatesOf(log: readonly LogEntry[]): Facts {
  const kinds = new Map<string, { count: number; entry: string }>();
  for (const entry of log) {
    if (entry.kind !== 'candidate' || entry.candidate === '') continue;
    const read = parseCandidate(entry.candidate.slice(0, 4096));
    const name = read.ok
      ? `${entry.side} ${read.candidate.type} ${read.candidate.transport} ${addressKind(read.candidate.address)}`
      : `${entry.side} malformed`;
    const kind = kinds.get(name);
    if (kind === undefined) kinds.set(name, { count: 1, entry: entry.id });
    else kind.count += 1;
  }
  return new Map([...kinds].map(([name, { count, entry }]) => [name, { text: String(count), entry }]));
}

function onlyPresence(fact: ComparedFact): ComparedFact {
  return { ...fact, differs: (fact.text.left === undefined) !== (fact.text.right === undefined) };
}

/** The path that media takes, and what became of the pairs. Addresses and ports are another each time. */
export function comparePairs(logs: Both<readonly LogEntry[]>): readonly ComparedFact[] {
  const order = ['path', 'pairs'];
  const facts = compareFacts({ left: pairsOf(logs.left), right: pairsOf(logs.right) }, order);
  return facts.map((fact) => (fact.name === 'path' ? fact : { ...fact, differs: false }));
}

function pairsOf(log: readonly LogEntry[]): Facts {
  const facts = new Map<string, Fact>();
  const selected = selectedPair(log);
  if (selected !== undefined) {
    const { local, remote, entry, pair } = selected;
    const protocol = local.protocol === '' ? '' : ` over ${local.protocol}`;
    facts.set('path', { text: `${local.type} to ${remote.type}${protocol}`, entry });
    if (pair.roundTripTime !== undefined) {
      facts.set('round trip', { text: `${Math.round(pair.roundTripTime)} ms`, entry });
    }
  }
  const last = log.findLast((entry) => entry.kind === 'statistics');
  if (last?.kind === 'statistics' && last.pairs.length > 0) {
    const states = new Map<string, number>();
    for (const { state } of last.pairs) states.set(state, (states.get(state) ?? 0) + 1);
    const text = [...states].map(([state, count]) => `${count} ${state}`).toSorted();
    facts.set('pairs', { text: text.join(', '), entry: last.id });
  }
  return facts;
}

/** What happened on the data channel, event by event and message type by message type. */
export function compareChannel(logs: Both<readonly LogEntry[]>): readonly ComparedFact[] {
  return compareFacts({ left: channelOf(logs.left), right: channelOf(logs.right) }, [
    'open',
    'received session.created',
  ]).map(onlyPresence);
}

function channelOf(log: readonly LogEntry[]): Facts {
  const events = new Map<string, { count: number; entry: string }>();
  for (const entry of log) {
    if (entry.kind !== 'channel') continue;
    const { event, messageType } = entry;
    const name = messageType === undefined ? event : `${event} ${messageType.slice(0, 100)}`;
    const seen = events.get(name);
    if (seen === undefined) events.set(name, { count: 1, entry: entry.id });
    else seen.count += 1;
  }
  return new Map([...events].map(([name, { count, entry }]) => [name, { text: `${count} times`, entry }]));
}
