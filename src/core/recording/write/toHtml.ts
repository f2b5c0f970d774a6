import type { Recording } from '../recording.ts';
import { toMarkdown } from './toMarkdown.ts';

/** The bug report as one page that needs nothing else. */
export function toHtml(recording: Recording): string {
  const text = toMarkdown(recording).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>\n<html lang="en"><meta charset="utf-8"><title>WebRTC session</title><pre>${text}</pre></html>\n`;
}
