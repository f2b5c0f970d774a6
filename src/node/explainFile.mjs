// What the command `webrtc-session-explain` does. Bundled with what it imports: runs wherever Node does.
import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { openText } from '../core/recording/read/openText.ts';
import { recogniseText } from '../core/recording/read/recogniseText.ts';
import { explanationJson, explanationMarkdown, explanationText } from './explanation.mjs';

/** A file, and what is unpacked of it, may have so many bytes. */
const mostBytes = 256 * 1024 * 1024;

const usage = `Explains a session from a file: the verdict, its evidence and the remedy.

  webrtc-session-explain FILE    a recording, HAR, webrtc-internals or rtcstats dump, SDP, also as .gz
  webrtc-session-explain -       the same from standard input, or an error message

  --json        as JSON
  --markdown    as a bug report
  --help

Exit code: 0 healthy, 1 a failure was diagnosed, 2 the file could not be read.
`;

/**
 * Runs the command; resolves with the exit code.
 * @param {readonly string[]} args
 * @param {{ stdin: AsyncIterable<string | Uint8Array>, stdout: { write(text: string): unknown }, stderr: { write(text: string): unknown } }} streams
 * @returns {Promise<0 | 1 | 2>}
 */
export async function explain(args, { stdin, stdout, stderr }) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        markdown: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const [name] = positionals;
    if (values.help) {
      stdout.write(usage);
      return 0;
    }
    if (name === undefined || positionals.length > 1)
      throw new Error(`Give one file, or - for standard input.\n\n${usage}`);
    if (values.json && values.markdown) throw new Error('Choose one of --json and --markdown.');
    const text = textOf(name === '-' ? await readAll(stdin) : await readFile(name));
    const reading = openText(text, {
      id: randomUUID(),
      ...(name === '-' ? {} : { fileName: basename(name) }),
    });
    if (!reading.ok) return explainWords(text, reading.problem, values.json, { stdout, stderr });
    const write = values.json ? explanationJson : values.markdown ? explanationMarkdown : explanationText;
    const { output, healthy } = write(reading.recording, reading.notes);
    stdout.write(output);
    return healthy ? 0 : 1;
  } catch (error) {
    stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

/**
 * What is no file may be an error message.
 * @param {string} text
 * @param {string} problem
 * @param {boolean} asJson
 * @param {{ stdout: { write(text: string): unknown }, stderr: { write(text: string): unknown } }} streams
 * @returns {1 | 2}
 */
function explainWords(text, problem, asJson, { stdout, stderr }) {
  const { kind, findings, facts, askFor } = recogniseText(text.slice(0, 200_000), {
    now: Date.now(),
    id: randomUUID(),
  });
  if (findings.length === 0) {
    stderr.write(`${[problem, ...facts].join('\n')}\n`);
    return 2;
  }
  if (asJson) stdout.write(`${JSON.stringify({ kind, findings, facts, askFor }, undefined, 2)}\n`);
  else {
    const found = findings.map(({ code, title, why }) => `${title} (${code})\n  ${why}\n`);
    const more = askFor.map((each) => `  ${each}\n`);
    stdout.write(
      [...facts.map((fact) => `${fact}\n`), ...found, 'What else would tell more:\n', ...more].join(''),
    );
  }
  return 1;
}

/**
 * @param {string} name
 * @returns {Promise<Uint8Array>}
 */
async function readFile(name) {
  const file = await open(name).catch((/** @type {unknown} */ error) => {
    throw new Error(
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? `There is no file ${name}.`
        : `${name} could not be opened: ${String(error)}`,
    );
  });
  try {
    const stat = await file.stat();
    if (stat.isDirectory()) throw new Error(`${name} is a folder: give a file.`);
    if (stat.size > mostBytes) throw new Error(tooLarge(`${name} has ${megabytes(stat.size)}`));
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/**
 * @param {AsyncIterable<string | Uint8Array>} stream
 * @returns {Promise<Uint8Array>}
 */
async function readAll(stream) {
  const chunks = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    size += bytes.length;
    if (size > mostBytes) throw new Error(tooLarge('Standard input has more'));
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/**
 * @param {Uint8Array} bytes
 * @returns {string}
 */
function textOf(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) {
    return new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes);
  }
  try {
    return new TextDecoder().decode(gunzipSync(bytes, { maxOutputLength: mostBytes }));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Error(tooLarge('Unpacked it has more'), { cause: error });
    throw new Error('The packed data is cut off or damaged. Copy or download it again.', { cause: error });
  }
}

/** @param {string} what */
function tooLarge(what) {
  return `${what}; ${megabytes(mostBytes)} can be read at most.`;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.round(bytes / 1e6)} MB`;
}
