import { isObject, parseJson } from '../../session/foreignJson.ts';
import { parseRecording } from '../parseRecording.ts';
import type { Reading } from '../recording.ts';
import { forEachLine } from './textLines.ts';

const mostLines = 10_000_000;

/** A first line that is longer is no entry, characters. */
const longestLine = 1_000_000;

/** One log entry per line, as `export('ndjson')` writes them: the first line is an object with a kind and an id. */
export function looksLikeNdjson(text: string): boolean {
  const start = text.search(/\S/);
  const end = text.indexOf('\n', start);
  const line = text.slice(start, end < 0 ? text.length : end);
  if (line.length > longestLine) return false;
  const value = parseJson(line)?.value;
  return (
    isObject(value) && typeof value.kind === 'string' && typeof value.id === 'string' && !('log' in value)
  );
}

/** Reads it line by line; a broken line is named in the notes, the rest stays. */
export function readNdjson(text: string): Reading {
  const entries: unknown[] = [];
  let broken = 0;
  let firstBroken = 0;
  let lines = 0;
  forEachLine(text, (line, number) => {
    lines = number;
    if (line.trim() === '') return true;
    const parsed = parseJson(line);
    if (parsed !== undefined) entries.push(parsed.value);
    else {
      broken += 1;
      firstBroken ||= number;
    }
    return number < mostLines;
  });
  const reading = parseRecording(entries);
  if (!reading.ok || broken === 0) return reading;
  const end = firstBroken === lines ? ', the last: the file was cut off' : '';
  return {
    ...reading,
    notes: [...reading.notes, `${broken} of its lines are no JSON (line ${firstBroken}${end}) and left out.`],
  };
}
