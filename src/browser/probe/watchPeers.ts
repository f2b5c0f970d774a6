import type { Redactor } from '../../core/redaction.ts';
import type { Unlogged } from '../../core/session/log.ts';
import type { ObservedEntry, PeerOperation } from '../../core/watched/fact.ts';
import { errorFacts } from '../errorFacts.ts';
import { iceServersEntry } from '../observe/credentialEntries.ts';
import { messageFacts, observeChannel } from '../observe/observeChannel.ts';
import { observePeerConnection } from '../observe/observePeerConnection.ts';
import { observeStatistics } from '../observe/observeStatistics.ts';
import type { FactLog } from './factLog.ts';
import { plainServers } from './plainServers.ts';
import { follow, type Wrapper } from './wrap.ts';

/** How often a standing connection's statistics are looked at: rarer than the debugger's own, for it is not our page, ms. */
const standing = 2000;

/** As much as is kept of an answer that was refused, and of an error that repeats it, characters. */
const mostKept = { answer: 1024 * 1024, message: 4 * 1024 } as const;

/** A peer connection of the page, from its first use on: many pages make one only to ask for features. */
interface Watched {
  readonly peer: number;
  end(): void;
}

/** Watches `RTCPeerConnection` and its data channels, whoever constructs them. Returns what ends all watching. */
export function watchPeers(wrapper: Wrapper, log: FactLog, redactor: Redactor): () => void {
  const Connection: unknown = Reflect.get(globalThis, 'RTCPeerConnection');
  if (typeof Connection !== 'function') return () => undefined;
  const prototype = realPrototype(Connection.prototype as object, 'setRemoteDescription');
  const getStats = Reflect.get(prototype, 'getStats') as (this: RTCPeerConnection) => Promise<RTCStatsReport>;
  const redact = (text: string) => redactor.redact(text);
  const channels = new WeakMap<object, RTCDataChannel[]>();
  const watched = new WeakMap<object, Watched>();
  const peerOfChannel = new WeakMap<object, number>();
  const going = new Set<Watched>();
  let count = 0;

  const isConnection = (value: unknown): value is RTCPeerConnection =>
    typeof value === 'object' && value !== null && Object.prototype.isPrototypeOf.call(prototype, value);
  const reportFor = (peer: number) => (entry: Unlogged) => {
    // Observers of a peer connection report nothing else.
    wrapper.safely(() => log.add({ saw: 'entry', peer, entry: entry as ObservedEntry }));
    return '';
  };

  function begin(connection: RTCPeerConnection): Watched {
    count += 1;
    const peer = count;
    const { iceServers = [], iceTransportPolicy } = connection.getConfiguration();
    const servers = iceServersEntry('carried', plainServers(iceServers), redactor);
    const made = channels.get(connection) ?? [];
    log.add({
      saw: 'peer',
      peer,
      servers: { ...servers, ...(iceTransportPolicy === 'relay' ? { policy: 'relay' } : {}) },
      channels: made.map(({ label }) => label),
    });
    const report = reportFor(peer);
    const undoing = [observePeerConnection(connection, report)];
    const statistics = observeStatistics(connection, {
      report,
      onSample: ({ sample }) =>
        wrapper.safely(() => log.add({ saw: 'sample', peer, values: sample, wall: Date.now() })),
      getStats,
      standing,
    });
    const onState = () => {
      const { connectionState: state } = connection;
      if (state === 'connected' || state === 'failed') void statistics.report(state);
    };
    connection.addEventListener('connectionstatechange', onState);
    undoing.push(() => connection.removeEventListener('connectionstatechange', onState), statistics.detach);
    const one: Watched = {
      peer,
      end() {
        going.delete(one);
        for (const undo of undoing.splice(0)) undo();
      },
    };
    going.add(one);
    watched.set(connection, one);
    for (const channel of made) undoing.push(watchChannel(channel, one, statistics.report));
    return one;
  }

  function watchChannel(
    channel: RTCDataChannel,
    { peer }: Watched,
    reportStatistics: (moment: 'failed') => Promise<void>,
  ): () => void {
    peerOfChannel.set(channel, peer);
    // Why it went down may be seen in the last statistics, if anywhere.
    channel.addEventListener('close', () => void reportStatistics('failed'), { once: true });
    return observeChannel(channel, { report: reportFor(peer), redact });
  }

  function peerOf(self: unknown): number | undefined {
    if (!isConnection(self) || self.connectionState === 'closed') return undefined;
    return (watched.get(self) ?? begin(self)).peer;
  }

  wrapper.wrapConstructor(globalThis, ['RTCPeerConnection', 'webkitRTCPeerConnection'], () => ({
    threw: (thrown) => log.add({ saw: 'no-peer', error: errorFacts(thrown) }),
  }));
  wrapper.wrapMethod(prototype, 'createDataChannel', (self) => ({
    returned(channel) {
      if (!isConnection(self) || !(channel instanceof RTCDataChannel)) return channel;
      channels.set(self, [...(channels.get(self) ?? []), channel]);
      const peer = watched.get(self);
      if (peer === undefined) return channel;
      watchChannel(channel, peer, () => Promise.resolve());
      return channel;
    },
  }));
  for (const operation of [
    'createOffer',
    'setLocalDescription',
    'setRemoteDescription',
    'addIceCandidate',
  ] as const satisfies readonly PeerOperation[]) {
    wrapper.wrapMethod(prototype, operation, (self, [given]) => {
      const peer = peerOf(self);
      if (peer === undefined) return undefined;
      const isAnswer = operation === 'setRemoteDescription' && textIn(given, 'type') !== 'offer';
      if (isAnswer) log.add({ saw: 'peer-answer', peer, state: 'applying' });
      const sdp = isAnswer ? textIn(given, 'sdp') : undefined;
      return {
        returned: (value) =>
          follow(value, wrapper, {
            resolved() {
              if (isAnswer) log.add({ saw: 'peer-answer', peer, state: 'applied' });
            },
            rejected(thrown) {
              const error = errorFacts(thrown);
              // Chromium repeats the whole body.
              const message = redact(error.message).slice(0, mostKept.message);
              log.add({
                saw: 'peer-refusal',
                peer,
                operation,
                error: { ...error, message },
                ...(sdp === undefined ? {} : { sdp: redact(sdp).slice(0, mostKept.answer) }),
              });
            },
          }),
      };
    });
  }
  wrapper.wrapMethod(prototype, 'close', (self) => {
    const one = isConnection(self) && self.connectionState !== 'closed' ? watched.get(self) : undefined;
    if (one !== undefined) {
      log.add({ saw: 'peer-closed', peer: one.peer });
      one.end();
    }
    return undefined;
  });
  wrapper.wrapMethod(RTCDataChannel.prototype, 'send', (self, [data]) => ({
    returned(value) {
      const peer = self instanceof RTCDataChannel ? peerOfChannel.get(self) : undefined;
      if (peer !== undefined && self instanceof RTCDataChannel)
        reportFor(peer)({ kind: 'channel', event: 'sent', label: self.label, ...messageFacts(data, redact) });
      return value;
    },
  }));
  return () => {
    for (const one of going) one.end();
  };
}

/** Where the browser's own methods are: a page may have put a class of its own before them. */
function realPrototype(prototype: object, method: string): object {
  for (let owner = prototype; ; ) {
    const above: unknown = Object.getPrototypeOf(owner);
    if (typeof above !== 'object' || above === null || !(method in above)) return owner;
    owner = above;
  }
}

function textIn(given: unknown, member: 'type' | 'sdp'): string | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const text: unknown = Reflect.get(given, member);
  return typeof text === 'string' ? text : undefined;
}
