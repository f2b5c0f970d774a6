import { type Anonymised, anonymise, type PersonalKind } from '../anonymise.ts';
import { fileName } from '../fileName.ts';
import { findLeaks, type Leak } from '../findLeaks.ts';
import type { Recording } from '../recording.ts';
import { type ExportFormat, exportFormats } from './exportFormat.ts';
import { exportRecording } from './exportRecording.ts';

/** What is to be made of a recording, and how. */
export interface ExportOrder {
  readonly format: ExportFormat;
  /** kinds of personal data that stay as they are */
  readonly keep: readonly PersonalKind[];
  /** every secret that this tab has seen */
  readonly secrets: readonly string[];
}

/** What would leave, checked. */
export interface PreparedExport {
  readonly text: string;
  /** all that there is to replace, also what stays on the user's wish */
  readonly replaced: Anonymised['replaced'];
  /** empty: nothing was found that must not leave */
  readonly leaks: readonly Leak[];
  readonly fileName: string;
}

/** Replaces, writes and searches: everything that stands between a recording and a file. A recording is yet to be packed. */
export function prepareExport(recording: Recording, { format, keep, secrets }: ExportOrder): PreparedExport {
  const { recording: sent, replaced } = anonymise(recording, { keep });
  const text = exportRecording(sent, format);
  return {
    text,
    replaced: keep.length === 0 ? replaced : anonymise(recording, { keep: [] }).replaced,
    leaks: findLeaks(text, secrets),
    fileName: fileName(sent, extensionOf(format)),
  };
}

/** Where two formats have the same extension, the name tells which it is. */
function extensionOf(format: ExportFormat): string {
  const { extension } = exportFormats[format];
  if (format === 'recording') return `${extension}.gz`;
  return format === 'webrtc-internals' ? `webrtc-internals.${extension}` : extension;
}
