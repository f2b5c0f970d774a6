import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRedactor } from './redaction.ts';

const apiKey = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';
const jwt =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiI2OGRhNjM3YSIsImV4cCI6MTc2Mjg2MTc4M30.Zm9vYmFyQ0FOQVJZc2lnbmF0dXJl';
const credential = 'cafe0123456789abcdefcafe0123456789abcdefcafe0123456789abcdef0123';
const icePwd = 'aB3+dE5/gH7iJ9kL1mN3oP5q';

function redactorOfAll() {
  const redactor = createRedactor();
  redactor.name('api-key', apiKey);
  redactor.name('token', jwt);
  redactor.name('turn-credential', credential);
  redactor.name('ice-pwd', icePwd);
  return redactor;
}

test('the same secret has the same name, another one the next', () => {
  const redactor = createRedactor();
  expect(redactor.name('token', 'abc.def.ghi')).toBe('token#1');
  expect(redactor.name('token', 'jkl.mno.pqr')).toBe('token#2');
  expect(redactor.name('token', 'abc.def.ghi')).toBe('token#1');
  expect(redactor.name('turn-credential', 'cafe')).toBe('turn-credential#1');
});

test('an API key that is sent as a token is named as what it is', () => {
  const redactor = createRedactor();
  expect(redactor.name('token', apiKey)).toBe('api-key#1');
  expect(redactor.name('api-key', apiKey)).toBe('api-key#1');
});

test('an ice-pwd that is too short stays too short', () => {
  expect(createRedactor().redact('a=ice-pwd:tooShortToBeValid9\r\n')).toBe(
    'a=ice-pwd:redacted000000000001\r\n',
  );
});

test('an ice-pwd is replaced up to the end of its line, however long and whatever is in it', () => {
  const { redact } = createRedactor();
  const long = `${'aB3+'.repeat(64)}TAILofThePassword`;
  expect(redact(`v=0\r\na=ice-pwd:${long}\r\na=mid:0\r\n`)).toBe(
    'v=0\r\na=ice-pwd:redacted0000000000000001\r\na=mid:0\r\n',
  );
  expect(redact(`the line a=ice-pwd:${long} is bad`)).toBe(
    'the line a=ice-pwd:redacted0000000000000001 is bad',
  );
  expect(redact(JSON.stringify({ sdp: `v=0\r\na=ice-pwd:${long}` }))).toBe(
    '{"sdp":"v=0\\r\\na=ice-pwd:redacted0000000000000001"}',
  );
  expect(redact('v=0\na=ice-pwd: two words of a secret \na=mid:0')).toBe(
    'v=0\na=ice-pwd: redacted000000000002 \na=mid:0',
  );
});

test('the stand-in of an ice-pwd is a valid one', () => {
  expect(createRedactor().name('ice-pwd', icePwd)).toBe('redacted0000000000000001');
});

test('a token that was never there stays visible', () => {
  const redactor = createRedactor();
  expect(redactor.name('token', 'undefined')).toBe('undefined');
  expect(redactor.redact({ authorization: 'Bearer undefined' })).toEqual({
    authorization: 'Bearer undefined',
  });
  expect(redactor.redact('Bearer null')).toBe('Bearer null');
  expect(redactor.redact({ credential: '' })).toEqual({ credential: '' });
});

test('secrets that nobody named are found by their look', () => {
  const { redact } = createRedactor();
  expect(redact(`key ${apiKey}!`)).toBe('key api-key#1!');
  expect(redact(`got ${jwt}.`)).toBe('got token#1.');
  expect(redact('Bearer s3cr3t-opaque')).toBe('Bearer token#2');
  expect(redact('curl -H "Authorization: Bearer opaquetoken"')).toBe(
    'curl -H "Authorization: Bearer token#3"',
  );
  expect(redact('Authorization: Basic dXNlcjpwYXNz')).toBe('Authorization: Basic token#4');
});

test('secrets that nobody named are found by the name before them', () => {
  const { redact } = createRedactor();
  expect(redact({ credential: 'x', username: 'bob', password: 'y' })).toEqual({
    credential: 'turn-credential#1',
    username: 'turn-username#1',
    password: 'turn-credential#2',
  });
  expect(redact({ Authorization: 'Bearer z', api_key: 'k', ephemeralToken: 't' })).toEqual({
    Authorization: 'Bearer token#1',
    api_key: 'api-key#1',
    ephemeralToken: 'token#2',
  });
  expect(redact('{"ephemeral_token": "v", "token_type": "bearer"}')).toBe(
    '{"ephemeral_token": "token#3", "token_type": "bearer"}',
  );
  expect(redact('{"body":"{\\"credential\\":\\"w\\"}"}')).toBe(
    '{"body":"{\\"credential\\":\\"turn-credential#3\\"}"}',
  );
  expect(redact('https://a.test/?x=1&api_key=u&y=2')).toBe('https://a.test/?x=1&api_key=api-key%232&y=2');
});

test('a body that was cut off within a secret is redacted to its end', () => {
  const redactor = createRedactor();
  redactor.name('token', jwt);
  expect(redactor.redact(`{"ephemeral_token":"${jwt.slice(0, 60)}`)).toBe('{"ephemeral_token":"token#1');
});

test('sentences about secrets stay', () => {
  const { redact } = createRedactor();
  for (const text of [
    'Incorrect or inactive API key provided.',
    'Invalid ephemeral token',
    'The bearer token is missing',
    'Bearer authentication is required',
    'Bearer realm="api"',
    '{"token":"is required in this request"}',
    'Unexpected token \'<\', "<!doctype html>" is not valid JSON',
  ]) {
    expect(redact(text)).toBe(text);
  }
});

test('an SDP keeps everything but its password', () => {
  const { redact } = createRedactor();
  const sdp = `v=0\r\na=ice-ufrag:Ab3+\r\na=ice-pwd:${icePwd}\r\na=candidate:1 1 udp 2 192.0.2.7 5000 typ host\r\n`;
  expect(redact(sdp)).toBe(
    'v=0\r\na=ice-ufrag:Ab3+\r\na=ice-pwd:redacted0000000000000001\r\na=candidate:1 1 udp 2 192.0.2.7 5000 typ host\r\n',
  );
});

test('what a validation error echoes is dropped, in data and in text', () => {
  const { redact } = createRedactor();
  expect(redact({ detail: [{ type: 'missing', loc: ['body'], input: { offer: 'v=0' } }] })).toEqual({
    detail: [{ type: 'missing', loc: ['body'] }],
  });
  expect(redact('{"detail":[{"type":"missing","input":{"a":[1,"}"]},"loc":["body"]}]}')).toBe(
    '{"detail":[{"type":"missing","loc":["body"]}]}',
  );
  expect(redact('{"detail":[{"input":null,"type":"missing"},{"type":"x","input":"v=0\\r\\n"}]}')).toBe(
    '{"detail":[{"type":"missing"},{"type":"x"}]}',
  );
  expect(redact('{"detail": [{"type":"missing","input":{"offer":"v=0')).toBe('{"detail": [{"type":"missing"');
  expect(redact('{"input":"kept"}')).toBe('{"input":"kept"}');
});

test('e-mail addresses, network addresses and user fragments stay', () => {
  const { name, redact } = createRedactor();
  name('turn-username', 'dev@example.com');
  const url = 'https://api.orga-ai.test/v1/realtime/client-secrets?email=dev%40example.com';
  expect(redact({ url, address: '192.0.2.7', ufrag: 'Ab3+', username: 'dev@example.com' })).toEqual({
    url,
    address: '192.0.2.7',
    ufrag: 'Ab3+',
    username: 'turn-username#1',
  });
  expect(redact({ url, other: 'dev@example.com' })).toEqual({ url, other: 'dev@example.com' });
});

test('a password with an @ in it is no e-mail address', () => {
  const redactor = createRedactor();
  redactor.name('turn-credential', 'p4ss@word');
  expect(redactor.redact('see p4ss@word')).toBe('see turn-credential#1');
});

test('a cycle stays a cycle', () => {
  const value: { token: string; self?: unknown } = { token: 'abc' };
  value.self = value;
  const copy = createRedactor().redact(value);
  expect(copy.token).toBe('token#1');
  expect(copy.self).toBe(copy);
});

test('numbers, booleans, null and undefined keep their place and type', () => {
  const value = { a: 1, b: true, c: null, d: undefined, e: [1, 'two'], credential: { kind: 'token' } };
  expect(createRedactor().redact(value)).toStrictEqual(value);
});

test('a member named __proto__ stays a member', () => {
  const value: unknown = JSON.parse('{"__proto__":{"token":"abc"}}');
  expect(JSON.stringify(createRedactor().redact(value))).toBe('{"__proto__":{"token":"token#1"}}');
});

test('nesting without end is cut off, secret included', () => {
  const text = `${'['.repeat(5000)}"${apiKey}"${']'.repeat(5000)}`;
  const nested: unknown = JSON.parse(text);
  expect(JSON.stringify(createRedactor().redact(nested))).not.toContain('CANARY');
});

test('a secret that is found late is also replaced where it was read early', () => {
  expect(createRedactor().redact({ text: `see ${credential}`, credential })).toEqual({
    text: 'see turn-credential#1',
    credential: 'turn-credential#1',
  });
});

test('a word that happens to be a password does not tear our own words apart', () => {
  const redactor = createRedactor();
  redactor.name('turn-credential', 'password');
  redactor.name('turn-username', 'username');
  expect(redactor.redact('{"password":1,"username":2}')).toBe('{"password":1,"username":2}');
});

/** Every way of writing a secret that the log may meet; the secret is not readable in any of the results. */
const writings: Readonly<Record<string, (secret: string) => string>> = {
  plain: (secret) => secret,
  header: (secret) => `authorization: Bearer ${secret}\r\n`,
  json: (secret) => JSON.stringify({ some: secret }),
  'json in json': (secret) => JSON.stringify({ body: JSON.stringify({ some: secret }) }),
  'json in json in json': (secret) => JSON.stringify(JSON.stringify(JSON.stringify(secret))),
  'escaped slashes': (secret) => `"${secret.replaceAll('/', '\\/')}"`,
  'unicode escapes': (secret) =>
    [...secret].map((char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  query: (secret) => `https://a.test/?q=${encodeURIComponent(secret)}&b=1`,
  'percent-encoded throughout': (secret) =>
    [...secret].map((char) => `%${char.charCodeAt(0).toString(16)}`).join(''),
  'percent-encoded twice': (secret) => encodeURIComponent(encodeURIComponent(`+${secret}`)),
  'json, percent-encoded': (secret) => encodeURIComponent(JSON.stringify({ some: secret })),
  html: (secret) => `<p>${secret.replaceAll('+', '&#43;').replaceAll('/', '&#x2F;')}</p>`,
  sdp: (secret) => `v=0\r\na=ice-pwd:${secret}\r\na=mid:0\r\n`,
};

test.each([
  ['api key', apiKey],
  ['token', jwt],
  ['TURN credential', credential],
  ['ice-pwd', icePwd],
])('a named %s survives in no writing', (_, secret) => {
  for (const [writing, write] of Object.entries(writings)) {
    const text = write(secret);
    const redacted = redactorOfAll().redact({ a: { b: [text] }, [text]: 1 });
    expect(revealed(JSON.stringify(redacted), secret), writing).toBe(false);
  }
});

test('a named secret survives in no hexadecimal digits, wherever they begin', () => {
  for (const secret of [apiKey, jwt, credential, icePwd, 'Grüße+12/34~5']) {
    const redactor = redactorOfAll();
    redactor.name('turn-credential', secret);
    const digits = Buffer.from(secret).toString('hex');
    for (const written of [digits, digits.toUpperCase(), `0${digits}f`, `6b65793a${digits}`]) {
      for (const text of [written, JSON.stringify({ dump: written }), `https://a.test/?q=${written}`]) {
        const left = redactor.redact(text).toLowerCase();
        expect(left).not.toContain(digits.slice(0, 16));
        expect(left).not.toContain(digits.slice(-16));
      }
    }
  }
});

/** Ways to write a text that may stand one within the other; base64 and hexadecimal digits of what is plain. */
const wrappings: readonly ((text: string) => string)[] = [
  (text) => JSON.stringify({ some: text }),
  (text) => encodeURIComponent(text),
  (text) => `https://a.test/?q=${encodeURIComponent(text)}#x`,
  (text) => text.replaceAll('/', '\\/'),
  (text) => text.replace(/[^\w%]/g, (char) => `&#${char.charCodeAt(0)};`),
  // What is escaped already stays: twice is the escape of its backslash, as in JSON within JSON.
  (text) =>
    text.replace(/\\u[0-9a-f]{4}|[aeiou+/]/g, (char) =>
      char.length > 1 ? char : `\\u00${char.charCodeAt(0).toString(16)}`,
    ),
];
const innermost: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `Bearer ${text}`,
  (text) => `a=ice-pwd:${text}\r\na=mid:0`,
  (text) => Buffer.from(text).toString('base64'),
  (text) => Buffer.from(`{"a":"${text}"}`).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
];

test('in a header, in JSON, in a URL, encoded once or one within the other, no named secret survives', () => {
  const secrets = [apiKey, jwt, credential, icePwd];
  fc.assert(
    fc.property(
      fc.constantFrom(...secrets),
      fc.constantFrom(...innermost),
      fc.array(fc.constantFrom(...wrappings), { maxLength: 2 }),
      fc.constantFrom('header', 'member', 'list', 'name'),
      (secret, inner, outer, place) => {
        const text = outer.reduce((written, wrap) => wrap(written), inner(secret));
        const entry = {
          header: { headers: { 'x-note': `see ${text}` } },
          member: { body: `{"deep":${JSON.stringify({ deeper: text })}}` },
          list: [[[text]]],
          name: { [text]: 1 },
        }[place];
        const left = JSON.stringify(redactorOfAll().redact(entry));
        for (const written of [secret, inner(secret)]) expect(revealed(left, written)).toBe(false);
      },
    ),
    { numRuns: 300 },
  );
}, 30_000);

test.each(['base64', 'base64url'] as const)('a named secret survives in %s at no alignment', (encoding) => {
  for (const secret of [apiKey, jwt, credential, icePwd, 'Grüße+12/34~5']) {
    const redactor = redactorOfAll();
    redactor.name('turn-credential', secret);
    for (const before of ['', 'a', 'ab', 'abc', 'user:', '{"x":"']) {
      for (const after of ['', 'y', 'yz', 'yzx']) {
        const encoded = Buffer.from(before + secret + after).toString(encoding);
        const redacted = redactor.redact(`[${encoded}]`);
        const rest = redacted.replace(/turn-\w+#\d+|token#\d+|api-key#\d+|redacted\d{16}/g, ' ');
        const fragments = rest.split(/[^A-Za-z0-9+/_-]+/).join('');
        expect(fragments.length, redacted).toBeLessThanOrEqual(((before.length + after.length) * 4) / 3 + 4);
      }
    }
  }
});

test('whatever stands around it, no named secret survives, and a second pass changes nothing', () => {
  const secret = fc.constantFrom(apiKey, jwt, credential, icePwd);
  const write = fc.constantFrom(...Object.values(writings));
  const filler = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '"',
      '\\',
      '%',
      '&',
      'Bearer ',
      '"credential":"',
      'token=',
      '#1',
      '\r\n',
      '{"detail":[{"input":',
    ),
  );
  fc.assert(
    fc.property(
      secret,
      write,
      fc.array(filler, { maxLength: 4 }),
      fc.array(filler, { maxLength: 4 }),
      (...input) => {
        const [value, writing, before, after] = input;
        const redactor = redactorOfAll();
        const once = redactor.redact(before.join('') + writing(value) + after.join(''));
        expect(revealed(once, value)).toBe(false);
        expect(redactor.redact(once)).toBe(once);
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);

test('any data keeps its shape, and two redactors agree', () => {
  fc.assert(
    fc.property(fc.object({ withNullPrototype: false, key: fc.string() }), (value) => {
      const redacted = createRedactor().redact(value);
      expect(skeleton(redacted)).toEqual(skeleton(value));
      expect(createRedactor().redact(value)).toStrictEqual(redacted);
    }),
    { numRuns: 100 },
  );
}, 30_000);

test('any text of SDP keeps its number of lines', () => {
  const line = fc.constantFrom(
    'a=ice-pwd:',
    `a=ice-pwd:${icePwd}`,
    'a=ice-pwd: x',
    'm=audio 9 RTP 0',
    '',
    'a=x"y\'z',
  );
  fc.assert(
    fc.property(fc.array(line), fc.constantFrom('\r\n', '\n'), (lines, eol) => {
      const redacted = redactorOfAll().redact(lines.join(eol));
      expect(redacted.split(eol)).toHaveLength(lines.join(eol).split(eol).length);
    }),
  );
});

/** Whether the secret can be read, also after undoing what may have been done to it. */
function revealed(text: string, secret: string): boolean {
  let current = text;
  for (let round = 0; round < 5; round += 1) {
    if (current.includes(secret)) return true;
    current = current
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/\\(.)/g, '$1')
      .replace(/%([0-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      .replace(/&#43;/g, '+')
      .replace(/&#x2F;/gi, '/');
  }
  return current.includes(secret);
}

/** Types and nesting; names and texts left out. */
function skeleton(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(skeleton);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.values(value).map(skeleton);
}
