import { utf8Bytes } from '../../base64.ts';
import { describeFailure } from '../../session/describeFailure.ts';
import { duration } from '../../session/wording.ts';
import type { Recording } from '../recording.ts';
import { type Exchange, exchangesOf } from './exchanges.ts';
import { percentEncoded } from './percentEncoded.ts';
import { hasUnseen, utcTime, visibleLine } from './visibleText.ts';

/** Every request as a `curl` command for a POSIX shell, with variables where secrets stood. */
export function toCurl(recording: Recording): string {
  const commands = exchangesOf(recording.log).map(commented);
  const variables = [...new Set(commands.join('\n').match(/(?<="\$)[A-Z][A-Z0-9_]*(?=")/g) ?? [])];
  const lines = [
    '#!/bin/sh',
    `# Requests of a WebRTC session of ${utcTime(recording.startedAt)}, by webrtc-session-debugger ${visibleLine(recording.product)}.`,
    '# For sh, bash and zsh; on Windows in WSL or Git Bash.',
    ...(variables.length === 0
      ? []
      : [`# Secrets were not recorded. First: ${variables.map((name) => `export ${name}=…`).join('; ')}`]),
    ...(commands.length === 0 ? ['# No request was recorded.'] : []),
  ];
  return `${lines.join('\n')}\n${commands.map((command) => `\n${command}\n`).join('')}`;
}

function commented(exchange: Exchange): string {
  const { request, response, error } = exchange;
  const came =
    response === undefined
      ? 'no response'
      : `${response.status} ${response.statusText} after ${duration(response.took)}`;
  const failed = error === undefined ? '' : `, ${describeFailure(error.failure, error.http)}`;
  const note = `# ${visibleLine(`${request.endpoint}: ${came}${failed}`)}`;
  return `${note}\n${curlCommand(exchange) ?? '# Left out: it is no HTTP request that curl could make.'}`;
}

/** Set by curl itself, or of one connection. */
const leftOut =
  /^(?:host|connection|content-length|accept-encoding|transfer-encoding|te|upgrade|keep-alive)$/i;
const token = /^[!#$%&'*+.^_`|~\w-]+$/;

/** Arguments are limited to 128 KiB on Linux; longer and unseen ones come by standard input. */
const longestArgument = 100_000;

/** One request as a command; undefined where it is no request of HTTP. */
function curlCommand({ request }: Exchange): string | undefined {
  const { method, url, headers, body } = request;
  if (!/^https?:\/\//i.test(url) || !token.test(method)) return undefined;
  const parts = [
    `curl --globoff --include --request ${shellWord(method)} --url ${shellWord(encodedUrl(url))}`,
  ];
  for (const [name, value] of Object.entries(headers)) {
    if (!token.test(name) || leftOut.test(name)) continue;
    const line = hasUnseen(value) ? value.replace(/[^\x20-\x7e]/g, '') : value.replace(/\s+/g, ' ');
    // With nothing behind the colon curl would leave the header out.
    parts.push(`--header ${shellWord(line === '' ? `${name};` : `${name}: ${line}`)}`);
  }
  if (body === undefined || body === '') return parts.join(' \\\n  ');
  const exact = !hasUnseen(body.replace(/[\r\n]/g, '')) && body.length <= longestArgument;
  if (exact) return [...parts, `--data-raw ${shellWord(body)}`].join(' \\\n  ');
  return `${printed(body)} |\n${[...parts, '--data-binary @-'].join(' \\\n  ')}`;
}

/** Spaces and what is not ASCII, percent-encoded; the rest is left as it was sent. */
function encodedUrl(url: string): string {
  return url.replace(/[^\x21-\x7e]+/g, percentEncoded);
}

/** A pseudonym of `redaction/pseudonym.ts`, percent-encoded too. */
const pseudonym = /\b(token|api-key|turn-credential|turn-username|secret)(?:#|%23)(\d{1,9})(?!\d)/g;

/** In single quotes, in which a shell reads nothing; pseudonyms as variables between them. */
function shellWord(text: string): string {
  if (/^[\w./:@%+=,-]+$/.test(text) && text.search(pseudonym) < 0) return text;
  let out = '';
  let done = 0;
  for (const match of text.matchAll(pseudonym)) {
    out += `${single(text.slice(done, match.index))}"$${variable(match[1] ?? '', match[2] ?? '')}"`;
    done = match.index + match[0].length;
  }
  return out + single(text.slice(done));
}

function single(text: string): string {
  return text === '' ? '' : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function variable(kind: string, number: string): string {
  const names: Readonly<Record<string, string>> = { 'api-key': 'ORGA_API_KEY', token: 'EPHEMERAL_TOKEN' };
  const name = names[kind] ?? kind.replaceAll('-', '_').toUpperCase();
  return Number(number) <= 1 ? name : `${name}_${number}`;
}

/** The bytes by `printf` (POSIX), whose octal escapes can say every one of them. */
function printed(text: string): string {
  const escaped = utf8Bytes(text)
    .map((byte) => {
      const char = String.fromCharCode(byte);
      if (char === '%') return '%%';
      return /[\x20-\x7e]/.test(char) && char !== '\\' && char !== "'"
        ? char
        : `\\${byte.toString(8).padStart(3, '0')}`;
    })
    .join('');
  return `printf '${escaped}'`;
}
