import { openText } from '../core/recording/read/openText.ts';
import { type ReadingPart, readingParts } from '../core/recording/read/readingParts.ts';
import type { Reading } from '../core/recording/recording.ts';
import { gunzip, isGzip } from './compression.ts';

/** A file, and what is unpacked of it, may have so many bytes: more does not fit beside what is made of it. */
const mostBytes = 256 * 1024 * 1024;

export interface OpenRequest {
  readonly file: Blob;
  /** of the recording, where the file has none of its own */
  readonly id: string;
  readonly fileName?: string;
}

export type OpenMessage = ReadingPart | { readonly part: 'progress'; readonly progress: number };

/** Unpacks and reads a file, and hands it over in portions. Never rejects. Runs in a worker. */
export async function openInParts(
  { file, id, fileName }: OpenRequest,
  post: (message: OpenMessage) => void,
): Promise<void> {
  for (const part of readingParts(await read(file))) post(part);

  async function read(from: Blob): Promise<Reading> {
    const text = await textOf(from);
    if (!text.ok) return text;
    let told = -1;
    return openText(text.text, {
      id,
      ...(fileName === undefined ? {} : { fileName }),
      onProgress(progress) {
        if (progress - told >= 0.02) {
          told = progress;
          post({ part: 'progress', progress });
        }
        return true;
      },
    });
  }
}

type Text = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly problem: string };

async function textOf(file: Blob): Promise<Text> {
  if (file.size > mostBytes) {
    return {
      ok: false,
      problem: `This file has ${megabytes(file.size)}; ${megabytes(mostBytes)} can be opened at most.`,
    };
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isGzip(bytes)) return await gunzip(bytes, mostBytes);
    return { ok: true, text: new TextDecoder(isUtf16(bytes) ? 'utf-16le' : 'utf-8').decode(bytes) };
  } catch (error) {
    // It was moved, changed or deleted after it was chosen.
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `The browser could not read this file: ${why}` };
  }
}

/** What PowerShell writes with `>`. */
function isUtf16(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
