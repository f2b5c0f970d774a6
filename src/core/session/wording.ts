import { beginningOf, visibleLine } from './visibleText.ts';

/** A time span with its unit: `0.4 ms`, `132 ms`, `4.2 s`, `14 min 3 s`. */
export function duration(ms: number): string {
  if (!Number.isFinite(ms)) return 'an unknown time';
  if (ms < 10) return `${Number(ms.toFixed(1))} ms`;
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${Number((ms / 1_000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 3_600) return twoUnits(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  const minutes = Math.round(seconds / 60);
  if (minutes < 1_440) return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(minutes / 60);
  return twoUnits(Math.floor(hours / 24), 'd', hours % 24, 'h');
}

/** `1 byte`, `2 bytes`, `1,204 bytes` */
export function plural(count: number, noun: string): string {
  // By hand: toLocaleString takes microseconds, and the log describes a hundred thousand entries at once.
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped} ${noun}${count === 1 ? '' : 's'}`;
}

/** Path and query of a URL: `/v1/realtime/calls`. */
export function pathOf(url: string): string {
  const [, path = ''] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*([^#]*)/i.exec(url) ?? [];
  return path === '' ? url : path;
}

/** In quotation marks, on one line, shortened, with what hides in it spelt. */
export function quoted(text: string): string {
  return `"${visibleLine(beginningOf(text, 4_000).replace(/\s+/g, ' ').trim(), 200)}"`;
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
