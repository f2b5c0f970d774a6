/** A series as it is stored: plain JSON. */
export interface SeriesData {
  readonly capacity: number;
  /** one of so many samples was kept */
  readonly stride: number;
  readonly added: number;
  /** ms since the run began */
  readonly times: readonly number[];
  /** per field: the numbers of the samples at which it changed, and what it changed to; null: not measured */
  readonly columns: Readonly<
    Record<
      string,
      { readonly from: readonly number[]; readonly values: readonly (number | string | null | undefined)[] }
    >
  >;
}

const mostSamples = 1_000_000;

/** Reads stored data of any origin; `undefined` where something is missing or contradicts itself. */
export function readSeriesData(json: unknown): SeriesData | undefined {
  if (!isRecord(json)) return undefined;
  const { capacity, stride, added, times } = json;
  if (!isCount(capacity) || !isCount(stride) || stride < 1 || !isCount(added)) return undefined;
  if (!isAscending(times) || times.length > Math.max(capacity, 4) || times.length > added) return undefined;
  if (capacity > mostSamples || !isRecord(json.columns)) return undefined;
  const columns: [string, SeriesData['columns'][string]][] = [];
  for (const [name, column] of Object.entries(json.columns)) {
    if (!isRecord(column)) return undefined;
    const { from, values } = column;
    if (!isAscending(from) || !Array.isArray(values) || values.length !== from.length) return undefined;
    if (!from.every((index) => isCount(index) && index < times.length) || !values.every(isStored)) {
      return undefined;
    }
    columns.push([name, { from, values }]);
  }
  return { capacity, stride, added, times, columns: Object.fromEntries(columns) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isAscending(value: unknown): value is readonly number[] {
  if (!Array.isArray(value)) return false;
  return value.every((item, index) => Number.isFinite(item) && !(item < value[index - 1]));
}

function isStored(value: unknown): value is number | string | null {
  return value === null || typeof value === 'string' || Number.isFinite(value);
}
