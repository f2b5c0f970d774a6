import type { CandidatePairFacts, LogEntry } from '../../session/log.ts';
import { createSeries, seriesFromJSON } from '../../session/series.ts';
import type { SeriesData } from '../../session/seriesData.ts';
import { utcTime } from './visibleText.ts';

/** One member of one statistics object over time, as webrtc-internals saves it. */
interface StatsColumn {
  readonly startTime: string;
  readonly endTime: string;
  readonly statsType: string;
  /** JSON array; all columns of one object are as long as its `timestamp` column */
  readonly values: string;
}

/** By `<id of the object>-<member>`. */
export type StatsColumns = Readonly<Record<string, StatsColumn>>;

type Value = number | string | boolean | null;

/** One statistics object (webrtc-stats) over time. */
interface StatsObject {
  readonly type: string;
  /** epoch ms */
  readonly times: readonly number[];
  readonly members: Readonly<Record<string, readonly Value[]>>;
}

/** The running series and the snapshots of candidate pairs, as the columns of webrtc-internals. */
export function internalsStats(
  entries: readonly LogEntry[],
  data: SeriesData | undefined,
  startedAt: number,
): StatsColumns {
  const pairs = pairObjects(entries, startedAt);
  const measured = seriesObjects(data, startedAt);
  const told = measured[transport.id] ?? transportObject(entries, startedAt);
  const objects = {
    ...pairs,
    ...measured,
    ...(told !== undefined && { [transport.id]: withSelectedPair(told, pairs) }),
  };
  return Object.fromEntries(
    Object.entries(objects).flatMap(([id, { type, times, members }]) => {
      const [from, to] = [times[0] ?? startedAt, times.at(-1) ?? startedAt];
      const about = { startTime: utcTime(from), endTime: utcTime(to), statsType: type };
      return Object.entries({ timestamp: times, ...members }).map(
        ([member, values]) => [`${id}-${member}`, { ...about, values: JSON.stringify(values) }] as const,
      );
    }),
  );
}

interface Field {
  readonly id: string;
  readonly type: string;
  readonly member: string;
  /** webrtc-stats has seconds where the series has ms */
  readonly seconds?: true;
}

const transport = { id: 'T01', type: 'transport' };
const heard = { id: 'IT01A', type: 'inbound-rtp' };

/** Where webrtc-stats has what the series names (browser/observe/readStatistics.ts). */
const fields: Readonly<Record<string, Field>> = {
  bytesSent: { ...transport, member: 'bytesSent' },
  bytesReceived: { ...transport, member: 'bytesReceived' },
  packetsSent: { ...transport, member: 'packetsSent' },
  packetsReceived: { ...transport, member: 'packetsReceived' },
  iceState: { ...transport, member: 'iceState' },
  dtlsState: { ...transport, member: 'dtlsState' },
  rtt: { id: 'CP', type: 'candidate-pair', member: 'currentRoundTripTime', seconds: true },
  availableOutgoingBitrate: { id: 'CP', type: 'candidate-pair', member: 'availableOutgoingBitrate' },
  requestsSent: { id: 'CP', type: 'candidate-pair', member: 'requestsSent' },
  responsesReceived: { id: 'CP', type: 'candidate-pair', member: 'responsesReceived' },
  audioPacketsReceived: { ...heard, member: 'packetsReceived' },
  packetsLost: { ...heard, member: 'packetsLost' },
  jitter: { ...heard, member: 'jitter', seconds: true },
  audioLevel: { ...heard, member: 'audioLevel' },
  microphoneLevel: { id: 'SA', type: 'media-source', member: 'audioLevel' },
  framesDecoded: { id: 'IT01V', type: 'inbound-rtp', member: 'framesDecoded' },
  framesSent: { id: 'OT01V', type: 'outbound-rtp', member: 'framesSent' },
};

function seriesObjects(
  data: SeriesData | undefined,
  startedAt: number,
): Readonly<Record<string, StatsObject>> {
  const series = seriesFromJSON(data) ?? createSeries({ capacity: 4 });
  const at = series.times();
  const objects: Record<string, { type: string; times: number[]; members: Record<string, Value[]> }> = {};
  for (const name of series.columns()) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) continue;
    const object = (objects[field.id] ??= {
      type: field.type,
      times: at.map((ms) => startedAt + ms),
      members: {},
    });
    const column = series.column(name);
    let next = 0;
    let value: Value = null;
    object.members[field.member] = at.map((time) => {
      while ((column.at[next] ?? Number.POSITIVE_INFINITY) <= time) {
        value = column.values[next] ?? null;
        next += 1;
      }
      return field.seconds === true && typeof value === 'number' ? value / 1000 : value;
    });
  }
  return objects;
}

/** The transport as the snapshots have it: without one, importers show no candidate pairs. */
function transportObject(entries: readonly LogEntry[], startedAt: number): StatsObject | undefined {
  const seen = entries.flatMap((entry) => (entry.kind === 'statistics' ? [entry] : []));
  if (seen.length === 0) return undefined;
  return {
    type: transport.type,
    times: seen.map(({ at }) => startedAt + at),
    members: {
      dtlsState: seen.map((entry) => entry.transport?.dtlsState ?? null),
      iceState: seen.map((entry) => entry.transport?.iceState ?? null),
      packetsReceived: seen.map((entry) => entry.transport?.packetsReceived ?? null),
    },
  };
}

/** With the pair that was nominated last at each time. */
function withSelectedPair(object: StatsObject, pairs: Readonly<Record<string, StatsObject>>): StatsObject {
  const chosen = Object.entries(pairs)
    .flatMap(([id, { times, members }]) =>
      times.flatMap((time, index) =>
        members['nominated']?.[index] === true && members['state']?.[index] === 'succeeded'
          ? [{ time, id }]
          : [],
      ),
    )
    .toSorted((one, other) => one.time - other.time);
  let next = 0;
  let id: Value = null;
  const selectedCandidatePairId = object.times.map((time) => {
    for (; (chosen[next]?.time ?? Number.POSITIVE_INFINITY) <= time; next += 1) id = chosen[next]?.id ?? null;
    return id;
  });
  return { ...object, members: { ...object.members, selectedCandidatePairId } };
}

type PairEnds = Pick<CandidatePairFacts, 'local' | 'remote'>;

/** Each pair that a snapshot names, with its two candidates. */
function pairObjects(entries: readonly LogEntry[], startedAt: number): Readonly<Record<string, StatsObject>> {
  const seen = new Map<string, { begin: number; times: number[]; facts: CandidatePairFacts[] } & PairEnds>();
  for (const entry of entries) {
    if (entry.kind !== 'statistics') continue;
    const now = new Set<string>();
    for (const pair of entry.pairs) {
      const key = `${pair.local}\n${pair.remote}`;
      // Two pairs of the same words are told apart by none of what was recorded.
      if (now.has(key)) continue;
      now.add(key);
      const time = startedAt + entry.at;
      const { local, remote } = pair;
      const known = seen.get(key) ?? { local, remote, begin: time, times: [], facts: [] };
      seen.set(key, known);
      known.times.push(time);
      known.facts.push(pair);
    }
  }
  const objects: Record<string, StatsObject> = {};
  let number = 0;
  for (const { local, remote, begin, times, facts } of seen.values()) {
    number += 1;
    const ends = { localCandidateId: `I${number}L`, remoteCandidateId: `I${number}R` };
    const all = <T extends Value>(value: (pair: CandidatePairFacts) => T) => facts.map(value);
    objects[`CP${number}`] = {
      type: 'candidate-pair',
      times,
      members: {
        transportId: all(() => transport.id),
        localCandidateId: all(() => ends.localCandidateId),
        remoteCandidateId: all(() => ends.remoteCandidateId),
        state: all(({ state }) => state),
        nominated: all(({ nominated }) => nominated),
        requestsSent: all(({ requestsSent }) => requestsSent ?? null),
        responsesReceived: all(({ responsesReceived }) => responsesReceived ?? null),
        currentRoundTripTime: all(({ roundTripTime }) =>
          roundTripTime === undefined ? null : roundTripTime / 1000,
        ),
      },
    };
    objects[ends.localCandidateId] = candidateObject('local-candidate', local, begin);
    objects[ends.remoteCandidateId] = candidateObject('remote-candidate', remote, begin);
  }
  return objects;
}

/** From the words of a pair's end: `host udp 192.0.2.1:54400`. */
function candidateObject(type: string, text: string, time: number): StatsObject {
  const [, kind = text, protocol = '', address = '', port] =
    /^(\S*) (\S*) (.*?)(?::(\d{1,5}))?$/.exec(text) ?? [];
  return {
    type,
    times: [time],
    members: {
      isRemote: [type === 'remote-candidate'],
      candidateType: [kind],
      protocol: [protocol],
      address: [address],
      port: [port === undefined ? null : Number(port)],
    },
  };
}
