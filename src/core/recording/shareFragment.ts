import { decodeBase64Bytes, encodeBase64Url } from '../base64.ts';
import { parseJson } from '../session/foreignJson.ts';
import { parseRecording } from './parseRecording.ts';
import type { Reading, Recording } from './recording.ts';
import { compactRecording, expandedRecording } from './share/compactLog.ts';
import { decodePhrases, encodePhrases } from './share/phraseCode.ts';

/** Characters of a fragment that chat programs and mail pass on unbroken; browsers take far more. */
const longestFragment = 8_000;

/** How much a fragment may unpack to, bytes: deflate packs 1:1000 at most. */
const largestInflated = 4_000_000;

const prefix = 'recording=';
/** `d1.`: DEFLATE of the recording's JSON; `d2.`: of the compact JSON with codes for phrases. */
const version = 'd2.';
const firstVersion = 'd1.';

export type Fragment =
  | {
      readonly ok: true;
      /** without `#`; only characters that need no escaping in a URL (RFC 3986, section 3.5) */
      readonly fragment: string;
      /** what is not in it, in words for the user */
      readonly leftOut: readonly string[];
    }
  | {
      readonly ok: false;
      /** length that the fragment would have had */
      readonly bytes: number;
      /** why there is no link, in words for the user */
      readonly reason: string;
    };

type Deflate = (text: string) => Promise<Uint8Array>;
type Inflate = (
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
) => Promise<{ readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string }>;

/**
 * The recording as the fragment of a link: nothing of it reaches a server. The statistics series is left out.
 * `deflate`: raw DEFLATE of UTF-8 text.
 */
export async function toFragment(recording: Recording, deflate: Deflate): Promise<Fragment> {
  const packed = await deflate(encodePhrases(compactRecording(recording)));
  // Four characters for three bytes.
  const length = prefix.length + version.length + Math.ceil((packed.length * 4) / 3);
  if (length > longestFragment) {
    const reason = `The link would have ${length.toLocaleString('en')} characters; ${longestFragment.toLocaleString('en')} are the most that mail and chat pass on. Send the file instead.`;
    return { ok: false, bytes: length, reason };
  }
  return {
    ok: true,
    fragment: `${prefix}${version}${encodeBase64Url([...packed])}`,
    leftOut: recording.series === undefined ? [] : ['the statistics over time (charts)'],
  };
}

/** Whether a fragment, with or without `#`, holds a recording. */
export function isFragment(text: string): boolean {
  return withoutHash(text).startsWith(prefix);
}

function withoutHash(text: string): string {
  return text.startsWith('#') ? text.slice(1) : text;
}

/** Reads what `toFragment` wrote, as anybody may have changed it; never throws. `inflate` stops at its limit. */
export async function readFragment(text: string, inflate: Inflate): Promise<Reading> {
  if (!isFragment(text)) return unreadable('it has no recording in it');
  const body = withoutHash(text).slice(prefix.length);
  const written = body.slice(0, version.length);
  if (written !== firstVersion && written !== version) {
    return unreadable('it was written by a newer version of the debugger; update this one');
  }
  const bytes = decodeBase64Bytes(body.slice(version.length));
  if (bytes === undefined) return unreadable('it has characters that do not belong there');
  const inflated = await inflate(bytes, largestInflated);
  if (!inflated.ok) return unreadable(lowerFirst(inflated.problem));
  try {
    return written === firstVersion ? readJson(inflated.text) : readCompact(inflated.text);
  } catch {
    // JSON that nests as deep as the stack is.
    return unreadable('what it holds nests too deeply');
  }
}

function readCompact(text: string): Reading {
  const json = decodePhrases(text, largestInflated);
  return json === undefined
    ? unreadable('its packed data is damaged, or too large')
    : readJson(json, expandedRecording);
}

function readJson(text: string, expanded = (value: unknown) => value): Reading {
  const parsed = parseJson(text);
  if (parsed === undefined) return unreadable('what it holds is no JSON');
  return parseRecording(expanded(parsed.value));
}

function unreadable(why: string): Reading {
  const end = why.endsWith('.') ? why : `${why}.`;
  return {
    ok: false,
    problem: `This link cannot be opened: ${end} Was it copied whole? Ask for the file instead.`,
  };
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
