import type { Recording } from '../recording.ts';
import type { ExportFormat } from './exportFormat.ts';
import { toCurl } from './toCurl.ts';
import { toHar } from './toHar.ts';
import { toHtml } from './toHtml.ts';
import { toInternals } from './toInternals.ts';
import { toMarkdown } from './toMarkdown.ts';
import { toNdjson } from './toNdjson.ts';

/** The recording as a text of that format. Never throws on a recording of the declared shape, and adds no secret. */
export function exportRecording(recording: Recording, format: ExportFormat): string {
  switch (format) {
    case 'recording':
      return JSON.stringify(recording);
    case 'ndjson':
      return toNdjson(recording);
    case 'har':
      return JSON.stringify(toHar(recording), undefined, 2);
    case 'webrtc-internals':
      return JSON.stringify(toInternals(recording), undefined, 2);
    case 'markdown':
      return toMarkdown(recording);
    case 'html':
      return toHtml(recording);
    case 'curl':
      return toCurl(recording);
  }
}
