import { isObject } from '../../session/foreignJson.ts';
import type { Stat } from '../../session/readStatistics.ts';
import { memberOf, textOf } from './foreignValue.ts';
import { statMembers, statTypes } from './rtcstatsTables.ts';
import { isReadMember, isReadType, statOf } from './statValue.ts';

/** Reports of one sample; a connection with more is no connection. */
const mostStats = 2_000;

/** Undoes the delta compression of rtcstats (rtcstats-shared, statsDecompression): what did not change is not repeated. */
export function createStatsDelta(): (delta: unknown) => readonly Stat[] {
  const reports = new Map<string, Map<string, unknown>>();
  return (delta) => {
    if (!isObject(delta)) return [];
    for (const [id, change] of Object.entries(delta)) {
      if (change === null) reports.delete(id);
      if (!isObject(change)) continue;
      const report = reports.get(id) ?? new Map<string, unknown>();
      if (!reports.has(id) && reports.size >= mostStats) continue;
      reports.set(id, report);
      for (const [key, value] of Object.entries(change)) {
        const name = statMembers.get(key) ?? key;
        if (isReadMember(name)) report.set(name, value);
      }
    }
    return [...reports].flatMap(([id, report]) => {
      const said = report.get('type');
      const type = statTypes.get(String(said)) ?? said;
      return isReadType(type) ? [statOf(id.slice(0, 100), type, report)] : [];
    });
  };
}

interface Description {
  readonly type: string;
  readonly sdp: string;
}

/** Undoes what shortens a description: a section that is only `m=` (the session: `v=`) is the former one's. */
export function wholeDescription(former: Description | undefined, value: unknown): unknown {
  const type = textOf(memberOf(value, 'type'), 20);
  const sdp = textOf(memberOf(value, 'sdp'), 1024 * 1024);
  if (type === undefined || sdp === undefined || former?.type !== type) return value;
  if (!/^[vm]=\r?$/m.test(sdp)) return value;
  const before = sectionsOf(former.sdp);
  const sections = sectionsOf(sdp).map((section, index) =>
    section === (index === 0 ? 'v=' : 'm=') ? (before[index] ?? section) : section,
  );
  return { type, sdp: `${sections.join('\r\n')}\r\n` };
}

function sectionsOf(sdp: string): readonly string[] {
  return sdp.split(/\n(?=m=)/).map((section) => section.trim());
}
