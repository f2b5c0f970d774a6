import { joinParts, type ReadingPart } from '../core/recording/read/readingParts.ts';
import type { Recording } from '../core/recording/recording.ts';
import { exportFormats } from '../core/recording/write/exportFormat.ts';
import {
  type ExportOrder,
  type PreparedExport,
  prepareExport,
} from '../core/recording/write/prepareExport.ts';

/** What the page sends: the order, then the recording in portions. */
export type ExportRequest = { readonly part: 'order'; readonly order: ExportOrder } | ReadingPart;

/** A file's text, and what was found of it. */
export interface ExportedFile extends Omit<PreparedExport, 'text'> {
  /** UTF-8 */
  readonly blob: Blob;
  /** characters */
  readonly size: number;
}

/** Makes the file. Runs in the page for a small recording, else in a worker. */
export function makeFile(recording: Recording, order: ExportOrder): ExportedFile {
  const { text, ...found } = prepareExport(recording, order);
  const blob = new Blob([text], { type: exportFormats[order.format].mediaType });
  return { ...found, blob, size: text.length };
}

/** Puts the portions together; the file comes once the last of them is there. Runs in a worker. */
export function createExportJoin(): (request: ExportRequest) => ExportedFile | undefined {
  const join = joinParts();
  let order: ExportOrder | undefined;
  return (request) => {
    if (request.part === 'order') {
      order = request.order;
      return undefined;
    }
    const { reading } = join(request);
    if (order === undefined || reading?.ok !== true) return undefined;
    return makeFile(reading.recording, order);
  };
}
