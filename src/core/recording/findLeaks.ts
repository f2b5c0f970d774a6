import { utf8Bytes } from '../base64.ts';
import type { SecretKind } from '../redaction/pseudonym.ts';
import { SecretIndex } from '../redaction/secretIndex.ts';
import { findByPattern, suspiciousStretches } from '../redaction/secretPatterns.ts';

/** A place where an output gives a secret away. It never holds the secret. */
export interface Leak {
  /** `seen`: a secret of this tab; else what it looks like */
  readonly kind: 'seen' | SecretKind;
  /** characters from the beginning, of the text as it is or as it reads once decoded */
  readonly offset: number;
  /** from 1 */
  readonly line: number;
  /** how it was written there, where it was looked for decoded */
  readonly within?: 'JSON' | 'HTML' | 'percent-encoding';
}

const mostLeaks = 100;

/**
 * Self-test of an output before it leaves: every secret that this tab has seen, plain, percent-encoded, in base64 and
 * base64url at any alignment, in hex, JSON-escaped; and what looks like a secret. Empty: nothing was found. Secrets of
 * less than 8 characters cannot be told from words. One pass over the text for all secrets together.
 */
export function findLeaks(text: string, secrets: readonly string[]): readonly Leak[] {
  const index = new SecretIndex();
  for (const secret of secrets) if (secret.length >= 8) index.add(secret, '', writings(secret));
  const leaks: Leak[] = [];
  const add = (leak: Omit<Leak, 'line'>, of: string) => {
    if (leaks.length < mostLeaks) leaks.push({ ...leak, line: lineAt(of, leak.offset) });
  };
  for (const { start } of index.find(text)) add({ kind: 'seen', offset: start }, text);
  const stretches = text.length <= short ? [{ start: 0, end: text.length }] : suspiciousStretches(text);
  for (const { start: from, end } of stretches) {
    for (const { within, text: view } of viewsOf(text.slice(from, end))) {
      for (const { kind, start, value } of findByPattern(view)) {
        if (isPlaceholder(value) || leaks.length >= mostLeaks) continue;
        const line = lineAt(view, start) + lineAt(text, from) - 1;
        leaks.push({ kind, offset: from + start, line, ...(within && { within }) });
      }
    }
  }
  return leaks;
}

/** A text up to this length is looked at whole; of a longer one what may hold a secret at all, characters. */
const short = 100_000;

/** How a secret may stand in a file besides as it is, in base64 and in hexadecimal digits. */
function writings(secret: string): readonly string[] {
  const bytes = utf8Bytes(secret).map((byte) => byte.toString(16).padStart(2, '0'));
  const json = JSON.stringify(secret).slice(1, -1);
  const twice = JSON.stringify(json).slice(1, -1);
  const html = secret.replace(/[&<>"']/g, (char) => entities[char] ?? char);
  const throughout = bytes.map((byte) => `%${byte}`).join('');
  const found = [
    safeEncode(secret),
    throughout,
    throughout.toUpperCase(),
    json,
    twice,
    secret.replaceAll('/', String.raw`\/`),
    html,
  ];
  return [...new Set(found)];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A lone surrogate has no percent-encoding. */
function safeEncode(secret: string): string {
  return encodeURIComponent(secret.replace(/\p{Surrogate}/gu, '\ufffd'));
}

/** Where a command or a document leaves room for a secret: `$TOKEN`, `<token>`, `YOUR_API_KEY`, `…`. */
function isPlaceholder(value: string): boolean {
  return /^(?:\$\{?[A-Za-z_]+\}?|<[^<>]*>?|YOUR[_A-Z]*|…)$/.test(value);
}

interface View {
  readonly within?: 'JSON' | 'HTML' | 'percent-encoding';
  readonly text: string;
}

/** The text, and as it reads within JSON in JSON, HTML and URLs; only where there is any. */
function* viewsOf(text: string): Generator<View> {
  yield { text };
  if (text.includes('\\"')) {
    const once = text.replaceAll(/\\(["'\\/])/g, '$1');
    yield { within: 'JSON', text: once };
    if (once.includes('\\"')) yield { within: 'JSON', text: once.replaceAll(/\\(["'\\/])/g, '$1') };
  }
  if (text.includes('&quot;') || text.includes('&#')) {
    yield { within: 'HTML', text: text.replaceAll('&quot;', '"').replaceAll(/&#(?:39|x27);/g, "'") };
  }
  if (/%[2-7][0-9a-f]/i.test(text)) {
    const decode = (_: string, hex: string) => String.fromCharCode(Number.parseInt(hex, 16));
    yield { within: 'percent-encoding', text: text.replaceAll(/%([2-7][0-9a-f])/gi, decode) };
  }
}

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
