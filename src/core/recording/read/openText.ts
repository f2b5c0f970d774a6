import { isObject, parseJson } from '../../session/foreignJson.ts';
import { isFactsFile, readFactsAsRecording } from '../../watched/factsFile.ts';
import { embeddedRecording } from '../embeddedRecording.ts';
import { parseRecording } from '../parseRecording.ts';
import type { Reading } from '../recording.ts';
import { findJsonFault } from './jsonFault.ts';
import { nameText } from './nameText.ts';
import { Cancelled, type OnProgress, stretch } from './progress.ts';
import { looksLikeHar, readHar } from './readHar.ts';
import { looksLikeInternals, readInternals } from './readInternals.ts';
import { looksLikeNdjson, readNdjson } from './readNdjson.ts';
import { looksLikeRtcstats, readRtcstats } from './readRtcstats.ts';
import { looksLikeSdp, readSdp } from './readSdp.ts';

export interface OpenOptions {
  /** of the recording, where the file has none of its own */
  readonly id: string;
  /** for messages only: a file is recognised by its shape */
  readonly fileName?: string;
  readonly onProgress?: OnProgress;
}

/** Texts longer than this are not parsed, characters: what is made of them would not fit into a page's memory. */
const mostCharacters = 256 * 1024 * 1024;

/**
 * Reads a file of any origin into a recording: our own of every version, our NDJSON and HTML report, HAR 1.2,
 * webrtc-internals and rtcstats dumps, a bare SDP. Redacted on entry. Never throws; what it cannot read it says, with the place.
 */
export function openText(text: string, options: OpenOptions): Reading {
  try {
    const reading = recognise(text, options);
    options.onProgress?.(1);
    return reading;
  } catch (error) {
    if (error instanceof Cancelled) return problem('Opening was cancelled.');
    // A file that nests too deeply or is too large ends here: V8 throws a RangeError.
    return problem(
      `This file could not be read: ${String(error).slice(0, 200)}. It may be damaged, or too large.`,
    );
  }
}

function recognise(text: string, { id, fileName, onProgress }: OpenOptions): Reading {
  if (text.length > mostCharacters) {
    return problem(
      `This file has ${Math.round(text.length / 1e6)} million characters; ${Math.round(mostCharacters / 1e6)} million are read at most.`,
    );
  }
  if (text.trim() === '') return problem('This file is empty.');
  const tell = stretch(onProgress, 0.3, 1);
  stretch(onProgress, 0, 1)(0);
  if (looksLikeRtcstats(text)) return readRtcstats(bare(text), id, tell);
  if (looksLikeSdp(text)) return readSdp(text, id);
  if (looksLikeNdjson(text)) return readNdjson(bare(text));
  const parsed = parseJson(bare(embeddedRecording(text) ?? text));
  if (parsed === undefined) return unreadable(text, fileName);
  tell(0);
  return readJson(parsed.value, id, tell);
}

function readJson(value: unknown, id: string, tell: ReturnType<typeof stretch>): Reading {
  if (looksLikeHar(value)) return readHar(value, id, tell);
  if (looksLikeInternals(value)) return readInternals(value, id, tell);
  if (isObject(value) && looksLikeDescription(value))
    return readSdp(String(value.sdp), id, value.type === 'offer' ? 'offer' : 'answer');
  if (isFactsFile(value)) return readFactsAsRecording(value);
  const recorded =
    Array.isArray(value) || (isObject(value) && ('format' in value || ('log' in value && 'steps' in value)));
  if (recorded) return parseRecording(value);
  return problem(
    `This is JSON${keysOf(value)}, but none of what can be opened: a recording of this debugger, a HAR, a webrtc-internals or rtcstats dump, or a session description.`,
  );
}

/** RTCSessionDescriptionInit */
function looksLikeDescription(value: Readonly<Record<string, unknown>>): boolean {
  return typeof value.sdp === 'string' && (value.type === 'offer' || value.type === 'answer');
}

function unreadable(text: string, fileName: string | undefined): Reading {
  const kind = nameText(text);
  if (kind !== undefined) return problem(kind);
  if (!/^\s*[{[]/.test(bare(text))) {
    const named = fileName === undefined ? 'This' : `“${fileName.slice(0, 100)}”`;
    return problem(
      `${named} is none of what can be opened: a recording of this debugger, its NDJSON, a HAR, a webrtc-internals or rtcstats dump, or a session description.`,
    );
  }
  const fault = findJsonFault(bare(text));
  if (fault === undefined)
    return problem('This JSON could not be read: it is too deeply nested or too large.');
  return fault.kind === 'truncated'
    ? problem(
        `This JSON ends too early, in line ${fault.line} after ${fault.offset} characters: the file was cut off. Save or send it anew.`,
      )
    : problem(
        `This JSON is broken in line ${fault.line}, column ${fault.column}: ${near(bare(text), fault.offset)}`,
      );
}

function near(text: string, offset: number): string {
  return `near “${text.slice(Math.max(0, offset - 20), offset + 20).replace(/\s+/g, ' ')}”. The file is damaged, or was edited by hand.`;
}

function keysOf(value: unknown): string {
  if (!isObject(value)) return '';
  const keys = Object.keys(value)
    .slice(0, 5)
    .map((key) => `“${key.slice(0, 30)}”`);
  return keys.length === 0 ? ' (an empty object)' : ` with ${keys.join(', ')}`;
}

function bare(text: string): string {
  return text.charCodeAt(0) === 0xfe_ff ? text.slice(1) : text;
}

function problem(words: string): Reading {
  return { ok: false, problem: words };
}
