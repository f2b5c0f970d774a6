import { isNoSecret, type SecretKind } from './pseudonym.ts';

/** A secret that nobody had named before, recognised by its look or by what stands before it. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: SecretKind;
  readonly value: string;
}

const keyNames =
  'credential|username|password|authorization|ice[_-]?pwd|(?:\\w+[_-])?api[_-]?key|(?:\\w+[_-])?token|' +
  'ephemeralToken|accessToken|refreshToken|sessionToken|(?:client[_-]?)?secret';

const keyName = new RegExp(`^(?:${keyNames})$`, 'i');

/** Where none of these occurs, no pattern can match: most texts are done after this. */
const trigger =
  /sk_orga_ai_|eyJ|bearer|pwd|credential|username|token|authorization|password|api[_-]?key|secret|:\/\/[^\s/@]*@/i;

/** The same, also where slashes are escaped as JSON may have it, and where a percent-encoding may hide any of them. */
const hint = new RegExp(`${trigger.source}|:\\\\{1,4}/|%[2-7][0-9a-f]`, 'gi');

/** A stretch in which something may look like a secret, with what stands around it. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** What a pattern looks at before and behind the word that gives it away, characters; of a longer secret the beginning. */
const around = { before: 120, behind: 1_500 } as const;

/** The parts of a long text outside which no pattern matches, in order, apart from one another. */
export function* suspiciousStretches(text: string): Generator<Stretch> {
  let start = 0;
  let end = -1;
  for (const { index } of text.matchAll(hint)) {
    const from = Math.max(0, index - around.before);
    if (from > end) {
      if (end > 0) yield { start, end };
      start = from;
    }
    end = Math.min(text.length, index + around.behind);
  }
  if (end > 0) yield { start, end };
}

interface Pattern {
  /** its last group is the secret */
  readonly expression: RegExp;
  readonly kind: SecretKind | ((match: RegExpMatchArray) => SecretKind);
  readonly accepts?: (value: string, match: RegExpMatchArray) => boolean;
}

const patterns: readonly Pattern[] = [
  { expression: /(sk_orga_ai_[\w-]+)/dg, kind: 'api-key' },
  // A JWT's header is a JSON object, so it begins with the base64url of `{"`. The end may have been cut off.
  { expression: /(?<![A-Za-z0-9])(eyJ[\w-]{8,}(?:\.[\w-]*){0,2})/dg, kind: 'token' },
  { expression: /\bBearer(?:[ \t]+|\+|%20)([^\s"'<>,;\\]+)/dgi, kind: 'token', accepts: isBearer },
  {
    expression: /\bauthorization["']?\s*[:=]\s*["']?(?:Basic|Digest|Token|ApiKey)[ \t]+([^\s"'\\,]+)/dgi,
    kind: 'token',
  },
  { expression: /\bx-api-key["']?\s*[:=]\s*["']?([^\s"'\\,]+)/dgi, kind: 'api-key' },
  {
    // Behind the attribute a line of SDP has nothing else: a password of several words is one, too.
    expression: /\bice-pwd:[ \t]*((?<=(?:^|[\r\n])a=ice-pwd:[ \t]*)[^\r\n"'\\]*[^\s"'\\]|[^\s"'\\]+)/dg,
    kind: 'ice-pwd',
  },
  {
    // A member in JSON or JavaScript text; the text may end within the value.
    expression: new RegExp(
      `(["'])(${keyNames})\\1\\s*:\\s*(["'])(?:(?:Bearer|Basic|Digest|Token)[ \\t]+)?((?:(?!\\3)[^\\\\\\r\\n]|\\\\.)*)`,
      'dgi',
    ),
    kind: (match) => kindOfKey(match[2] ?? '') ?? 'token',
    accepts: (value, match) => mayBeSecret(match[2] ?? '', value),
  },
  {
    expression: new RegExp(`(?:^|[?&;\\s])(${keyNames})=([a-z-]+#\\d+|[^&#\\s"'<>]+)`, 'dgi'),
    kind: (match) => kindOfKey(match[1] ?? '') ?? 'token',
  },
  { expression: /:\/\/[^\s/:@?#"'<>]*:([^\s/@?#"'<>]+)@/dg, kind: 'turn-credential' },
];

/** A sign that a text is encoded: what it says may be a secret only once decoded; or that it echoes what was sent. */
const encoded = /[\\%&]|"input"/;

/** Quick test: `false` where nothing in the text, however encoded, can look like a secret. */
export function mayHoldSecret(text: string): boolean {
  return text.length >= shortest && (trigger.test(text) || encoded.test(text));
}

/** Everything in a text that looks like a secret. */
export function findByPattern(text: string): readonly Found[] {
  if (!trigger.test(text)) return [];
  const found: Found[] = [];
  for (const { expression, kind, accepts } of patterns) {
    for (const match of text.matchAll(expression)) {
      const value = match.at(-1) ?? '';
      const place = match.indices?.at(-1);
      if (place === undefined || isNoSecret(value) || accepts?.(value, match) === false) continue;
      const [start, end] = place;
      found.push({ start, end, kind: typeof kind === 'function' ? kind(match) : kind, value });
    }
  }
  return found;
}

/** `://:x@` is the shortest text in which a pattern finds something. */
const shortest = 6;

/** What a member of this name holds, where it is a secret by its name. */
export function kindOfKey(key: string): SecretKind | undefined {
  if (!keyName.test(key)) return undefined;
  const name = key.toLowerCase().replace(/[_-]/g, '');
  if (name === 'credential' || name === 'password') return 'turn-credential';
  if (name === 'username') return 'turn-username';
  if (name === 'icepwd') return 'ice-pwd';
  return name.endsWith('apikey') ? 'api-key' : 'token';
}

/** Whether a member's text is a secret: `{"token": "is required here"}` is a sentence about one. */
export function mayBeSecret(key: string, value: string): boolean {
  if (isNoSecret(value)) return false;
  const kind = kindOfKey(key);
  return kind === 'turn-credential' || kind === 'turn-username' || !/\s/.test(value);
}

/** In prose, "Bearer authentication" is no token. */
function isBearer(value: string, match: RegExpMatchArray): boolean {
  if (/^(?:realm|error|scope|charset|error_description|error_uri)=/i.test(value)) return false;
  const input = match.input ?? '';
  const before = input.slice(Math.max(0, (match.index ?? 0) - 24), match.index);
  const alone = match[0].length === input.length;
  if (alone || /authorization["']?\s*[:=]\s*["']?$/i.test(before)) return true;
  return value.length >= 20 || (value.length >= 8 && /\d/.test(value));
}
