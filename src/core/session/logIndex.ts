import { levelOf } from './describe.ts';
import { type Criterion, type Filter, levels, lineOf, numberAt, requestOf, statusOf } from './filter.ts';
import { type LogEntry, logKinds } from './log.ts';
import { sessionSteps } from './step.ts';

/** Rows that share their columns and one text: few enough to skip a block, enough to make its search one call. */
const blockRows = 1024;

interface Block {
  /** places in `logKinds`, `levels`, `sessionSteps`; the last plus one where there is none */
  readonly kinds: Uint8Array;
  readonly levels: Uint8Array;
  readonly steps: Uint8Array;
  /** 0 where there is none */
  readonly statuses: Uint16Array;
  /** where each row's line begins in the text, and where the last one ends */
  readonly starts: Uint32Array;
  /** the lines, each with a line feed behind it */
  text: string;
  rows: number;
}

/**
 * What a filter asks of a log, kept in columns and in blocks of text, at about 70 bytes an entry: a million entries are
 * searched in a fraction of the time that it takes to describe them. It grows with its log, a piece at a time.
 */
export class LogIndex {
  readonly #blocks: Block[] = [];
  #log: readonly LogEntry[] = [];
  #count = 0;

  /** Entries that are indexed. */
  get count(): number {
    return this.#count;
  }

  /** Entries of the log that it follows. */
  get total(): number {
    return this.#log.length;
  }

  /** Goes on with a log that begins like the last one; with any other, begins anew. Returns whether it goes on. */
  follow(log: readonly LogEntry[]): boolean {
    const last = Math.min(this.#count, log.length) - 1;
    // Before the first one there is nothing in either: what is empty begins like any other.
    const goesOn = log[last] === this.#log[last];
    if (!goesOn) {
      this.#blocks.length = 0;
      this.#count = 0;
    }
    // Of two logs that begin alike, the longer one holds what is indexed.
    if (!goesOn || log.length >= this.#log.length) this.#log = log;
    return goesOn;
  }

  /** Indexes the next entries of the log, at most so many. */
  extend(most: number): void {
    const end = Math.min(this.#log.length, this.#count + most);
    while (this.#count < end) {
      const open = this.#blocks.at(-1);
      const block = open === undefined || open.rows === blockRows ? this.#newBlock() : open;
      this.#fill(block, Math.min(end - this.#count, blockRows - block.rows));
    }
  }

  /** The indexed entries from `from` to before `to` that pass the filter, in order. */
  select({ terms }: Pick<Filter, 'terms'>, from: number, to: number): LogEntry[] {
    const found: LogEntry[] = [];
    const passes = new Uint8Array(blockRows);
    const holds = new Uint8Array(blockRows);
    const end = Math.min(to, this.#count);
    for (let start = from - (from % blockRows); start < end; start += blockRows) {
      const block = this.#blocks[start / blockRows];
      if (block === undefined) break;
      passes.fill(1);
      for (const { criterion, negated } of terms) {
        if (!passes.includes(1)) break;
        holds.fill(0);
        this.#look(criterion, block, start, holds);
        for (let row = 0; row < block.rows; row += 1) if ((holds[row] === 1) === negated) passes[row] = 0;
      }
      const last = Math.min(block.rows, end - start);
      for (let row = Math.max(0, from - start); row < last; row += 1) {
        const entry = passes[row] === 1 ? this.#log[start + row] : undefined;
        if (entry !== undefined) found.push(entry);
      }
    }
    return found;
  }

  #newBlock(): Block {
    const block: Block = {
      kinds: new Uint8Array(blockRows),
      levels: new Uint8Array(blockRows),
      steps: new Uint8Array(blockRows),
      statuses: new Uint16Array(blockRows),
      starts: new Uint32Array(blockRows + 1),
      text: '',
      rows: 0,
    };
    this.#blocks.push(block);
    return block;
  }

  #fill(block: Block, count: number): void {
    const lines: string[] = [];
    let end = block.text.length;
    for (let added = 0; added < count; added += 1) {
      const entry = this.#log[this.#count];
      if (entry === undefined) break;
      const { rows } = block;
      block.kinds[rows] = kindCodes[entry.kind];
      block.levels[rows] = levels.indexOf(levelOf(entry));
      block.steps[rows] = entry.step === undefined ? sessionSteps.length : sessionSteps.indexOf(entry.step);
      block.statuses[rows] = statusOf(entry) ?? 0;
      const line = lineOf(entry);
      lines.push(line);
      end += line.length + 1;
      block.rows += 1;
      block.starts[block.rows] = end;
      this.#count += 1;
    }
    // Joined, it is one flat text; appended to, it would be a tree of texts that the next search must flatten.
    block.text = [block.text, ...lines.map((line) => `${line}\n`)].join('');
  }

  #look(criterion: Criterion, block: Block, start: number, holds: Uint8Array): void {
    switch (criterion.by) {
      case 'kind':
        mark(
          block.kinds,
          block.rows,
          logKinds.map((kind) => criterion.kinds.has(kind)),
          holds,
        );
        return;
      case 'level':
        mark(
          block.levels,
          block.rows,
          levels.map((level) => criterion.levels.has(level)),
          holds,
        );
        return;
      case 'step':
        mark(
          block.steps,
          block.rows,
          sessionSteps.map((step) => step === criterion.step),
          holds,
        );
        return;
      case 'status':
        markStatuses(block, criterion.from, criterion.to, holds);
        return;
      case 'request':
        for (let row = 0; row < block.rows; row += 1) {
          const entry = this.#log[start + row];
          if (entry !== undefined && requestOf(entry) === criterion.request) holds[row] = 1;
        }
        return;
      case 'text':
        markLines(block, (from) => block.text.indexOf(criterion.text, from), holds);
        return;
      case 'number':
        markLines(block, (from) => numberAt(block.text, criterion.digits, from), holds);
        markStatuses(block, Number(criterion.digits), Number(criterion.digits), holds);
        return;
    }
  }
}

const kindCodes = Object.fromEntries(logKinds.map((kind, code) => [kind, code])) as Record<
  LogEntry['kind'],
  number
>;

function mark(column: Uint8Array, rows: number, wanted: readonly boolean[], holds: Uint8Array): void {
  for (let row = 0; row < rows; row += 1) if (wanted[column[row] ?? wanted.length] === true) holds[row] = 1;
}

function markStatuses({ statuses, rows }: Block, from: number, to: number, holds: Uint8Array): void {
  for (let row = 0; row < rows; row += 1) {
    const status = statuses[row] ?? 0;
    if (status !== 0 && from <= status && status <= to) holds[row] = 1;
  }
}

/** One search goes on from line to line: what is found in a line marks it, and the next begins behind it. */
function markLines({ starts, rows }: Block, find: (from: number) => number, holds: Uint8Array): void {
  let row = 0;
  for (let at = find(0); at >= 0; at = find(starts[row] ?? 0)) {
    while (row < rows && (starts[row + 1] ?? 0) <= at) row += 1;
    holds[row] = 1;
    row += 1;
  }
}
