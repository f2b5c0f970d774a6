import { parseJson } from '../../session/foreignJson.ts';
import type { Stat } from '../../session/readStatistics.ts';
import { memberOf, numberOf, objectOf } from './foreignValue.ts';
import type { PeerSample } from './peerTrace.ts';
import { isReadMember, isReadType, statOf } from './statValue.ts';

/** What webrtc-internals keeps of one member: at most 1,000 values (data_series.js). */
const mostValues = 20_000;
/** Reports of one sample; a connection with more is no connection. */
const mostStats = 2_000;

interface Columns {
  readonly type: string;
  readonly members: Map<string, readonly unknown[]>;
  readonly starts: Map<string, number>;
  times: readonly number[];
  /** when the first value was taken, epoch ms */
  began: number;
  ended: number;
}

/**
 * The reports behind the columns of a webrtc-internals dump: `"<id>-<member>": {statsType, startTime, endTime, values}`,
 * `values` being the JSON of a list, with a `timestamp` column per report (Chromium from 90 on; dump_creator.js).
 * Columns in brackets are computed by the page and left out.
 */
export function internalsSamples(stats: unknown): readonly PeerSample[] {
  const byTime = new Map<number, Stat[]>();
  for (const [id, columns] of readColumns(objectOf(stats))) {
    const times = timesOf(columns);
    times.forEach((at, index) => {
      const members = Array.from(
        columns.members,
        ([name, values]) => [name, values[index - offsetOf(columns, name, times)]] as const,
      );
      const sample = byTime.get(at);
      const stat = statOf(id, columns.type, members);
      if (sample === undefined) byTime.set(at, [stat]);
      else if (sample.length < mostStats) sample.push(stat);
    });
  }
  return [...byTime].map(([at, each]) => ({ at, stats: each })).toSorted((one, other) => one.at - other.at);
}

function readColumns(stats: Readonly<Record<string, unknown>>): ReadonlyMap<string, Columns> {
  const reports = new Map<string, Columns>();
  for (const name of Object.keys(stats)) {
    const [, id, member] = /([^]+)-(\w+)$/.exec(name) ?? [];
    const column = stats[name];
    const type = memberOf(column, 'statsType');
    if (id === undefined || member === undefined || !isReadType(type)) continue;
    if (member !== 'timestamp' && !isReadMember(member)) continue;
    const values = valuesOf(memberOf(column, 'values'));
    if (values === undefined) continue;
    const began = timeOf(memberOf(column, 'startTime'));
    const report = reports.get(id) ?? newColumns(type, began, timeOf(memberOf(column, 'endTime')));
    reports.set(id, report);
    if (member === 'timestamp') report.times = values.flatMap((value) => numberOf(value) ?? []);
    else {
      report.members.set(member, values);
      report.starts.set(member, began);
    }
  }
  return reports;
}

function newColumns(type: string, began: number, ended: number): Columns {
  return { type, members: new Map(), starts: new Map(), times: [], began, ended };
}

function valuesOf(values: unknown): readonly unknown[] | undefined {
  const list = typeof values === 'string' ? parseJson(values)?.value : values;
  return Array.isArray(list) ? list.slice(0, mostValues) : undefined;
}

function timeOf(value: unknown): number {
  const time = typeof value === 'string' ? Date.parse(value) : (numberOf(value) ?? 0);
  return Number.isNaN(time) ? 0 : time;
}

/** Without a `timestamp` column the values are spread evenly, on whole seconds, so that reports meet. */
function timesOf({ times, members, began, ended }: Columns): readonly number[] {
  if (times.length > 0) return times;
  const count = Math.max(0, ...[...members.values()].map((values) => values.length));
  const apart = count > 1 ? (ended - began) / (count - 1) : 0;
  return Array.from({ length: count }, (_, index) => Math.round((began + apart * index) / 1000) * 1000);
}

/** A member that appeared later has fewer values: they begin at its own start time. */
function offsetOf({ members, starts }: Columns, name: string, times: readonly number[]): number {
  const missing = times.length - (members.get(name)?.length ?? 0);
  if (missing <= 0) return 0;
  const start = starts.get(name) ?? 0;
  const index = times.findIndex((time) => Math.floor(time) >= start);
  return index < 0 ? missing : Math.min(index, missing);
}
