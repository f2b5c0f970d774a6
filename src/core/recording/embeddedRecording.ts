/** id of the element of an HTML report that holds the recording itself, so that a report can be opened again. */
export const embeddedRecordingId = 'webrtc-session-recording';

const begin = `<script type="application/json" id="${embeddedRecordingId}">`;

/** The JSON of the recording that an HTML report carries; undefined where the text is no report. */
export function embeddedRecording(text: string): string | undefined {
  if (!/^\s*<!doctype html>/i.test(text.slice(0, 100))) return undefined;
  const start = text.indexOf(begin);
  if (start < 0) return undefined;
  // The report escapes every "<" of the JSON: the next one ends the element.
  const end = text.indexOf('<', start + begin.length);
  return end < 0 ? undefined : text.slice(start + begin.length, end);
}
