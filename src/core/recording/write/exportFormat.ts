/** What a recording can be written as. */
export type ExportFormat = 'recording' | 'ndjson' | 'har' | 'webrtc-internals' | 'markdown' | 'html' | 'curl';

export interface ExportFormatFacts {
  /** without parameters; the text is UTF-8 */
  readonly mediaType: string;
  /** of a file name, without the dot */
  readonly extension: string;
}

/** In the order in which they are offered. */
export const exportFormats: Readonly<Record<ExportFormat, ExportFormatFacts>> = {
  html: { mediaType: 'text/html', extension: 'html' },
  markdown: { mediaType: 'text/markdown', extension: 'md' },
  recording: { mediaType: 'application/json', extension: 'json' },
  har: { mediaType: 'application/json', extension: 'har' },
  'webrtc-internals': { mediaType: 'application/json', extension: 'json' },
  ndjson: { mediaType: 'application/x-ndjson', extension: 'ndjson' },
  curl: { mediaType: 'application/x-sh', extension: 'sh' },
};
