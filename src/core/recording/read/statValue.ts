import type { Stat } from '../../session/readStatistics.ts';

const numbers = new Set([
  'requestsSent',
  'responsesReceived',
  'currentRoundTripTime',
  'availableOutgoingBitrate',
  'port',
  'packetsSent',
  'packetsReceived',
  'packetsLost',
  'bytesSent',
  'bytesReceived',
  'jitter',
  'audioLevel',
  'totalSamplesReceived',
  'framesDecoded',
  'framesSent',
]);
const texts = new Set([
  'kind',
  'localCandidateId',
  'remoteCandidateId',
  'selectedCandidatePairId',
  'state',
  'candidateType',
  'protocol',
  'address',
  'dtlsState',
  'iceState',
]);

/** Kinds of statistics that the debugger reads. */
const types = new Set([
  'local-candidate',
  'remote-candidate',
  'candidate-pair',
  'inbound-rtp',
  'outbound-rtp',
  'transport',
  'media-source',
  'data-channel',
]);

export function isReadType(type: unknown): type is string {
  return typeof type === 'string' && types.has(type);
}

export function isReadMember(name: string): boolean {
  return numbers.has(name) || texts.has(name) || name === 'nominated' || name === 'type';
}

/** One report of somebody else's getStats: the members that are read, where they have the type that they should have. */
export function statOf(id: string, type: string, members: Iterable<readonly [string, unknown]>): Stat {
  const kept: [string, unknown][] = [];
  for (const [name, value] of members) {
    if (
      numbers.has(name)
        ? Number.isFinite(value)
        : texts.has(name)
          ? typeof value === 'string'
          : name === 'nominated' && typeof value === 'boolean'
    ) {
      kept.push([name, typeof value === 'string' ? value.slice(0, 200) : value]);
    }
  }
  return { ...Object.fromEntries(kept), id, type };
}
