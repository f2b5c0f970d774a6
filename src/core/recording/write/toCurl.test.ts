import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Literal, request, response, restError } from '../../diagnosis/testing/literalLog.ts';
import { recorded, refusedCall } from './testing/literalRecording.ts';
import { toCurl } from './toCurl.ts';

function sent(headers: Readonly<Record<string, string>>, body?: string, url?: string): Literal {
  const call = request('calls', { ...(body !== undefined && { body }), ...(url !== undefined && { url }) });
  return { ...call, headers } as Literal;
}

/** What a shell makes of the script: curl's arguments, and what it got by standard input. */
function inShell(script: string): { readonly args: readonly string[]; readonly input: string } {
  const curl = `curl() { printf '%s\\0' "$@"; case "$*" in *'@-') cat;; esac; }; ORGA_API_KEY=key EPHEMERAL_TOKEN=jwt EPHEMERAL_TOKEN_2=jwt2`;
  const out = execFileSync('sh', ['-s'], { input: `${curl}\n${script}`, encoding: 'utf8' });
  const parts = out.split('\0');
  return { args: parts.slice(0, -1), input: parts.at(-1) ?? '' };
}

test('a request is a command with a variable where the credential stood', () => {
  expect(toCurl(refusedCall())).toBe(`#!/bin/sh
# Requests of a WebRTC session of 2025-11-11T11:34:43.000Z, by webrtc-session-debugger 0.1.0.
# For sh, bash and zsh; on Windows in WSL or Git Bash.
# Secrets were not recorded. First: export EPHEMERAL_TOKEN=…

# calls: 401 Unauthorized after 31 ms, 401 invalid_request_error "Invalid ephemeral token"
curl --globoff --include --request POST --url 'https://api.orga-ai.com/v1/realtime/calls?mode=a+b&x=%31' \\
  --header 'authorization: Bearer '"$EPHEMERAL_TOKEN" \\
  --header 'content-type: application/json' \\
  --data-raw '{"offer":{"type":"offer","sdp":"v=0"}}'
`);
});

test('a shell reads every character as it was sent', () => {
  const body = `it's "quoted" \`id\` $(id) $HOME \\ !! \n#; é token#2`;
  const { args } = inShell(
    toCurl(recorded(sent({ 'x-a': "b'$(id)`;", authorization: 'Bearer token#1' }, body))),
  );
  expect(args).toEqual([
    '--globoff',
    '--include',
    '--request',
    'POST',
    '--url',
    'https://api.orga-ai.com/v1/realtime/calls',
    '--header',
    "x-a: b'$(id)`;",
    '--header',
    'authorization: Bearer jwt',
    '--data-raw',
    body.replace('token#2', 'jwt2'),
  ]);
});

test('what cannot stand in an argument comes by standard input, byte for byte', () => {
  const body = `100% \u202e'\\n${'a'.repeat(3)}\t\u0001\ud800 \u{1f600}\u0007`;
  expect(inShell(toCurl(recorded(sent({}, body)))).input).toBe(body.replace('\ud800', '\ufffd'));
});

test('a body of a megabyte is no argument', () => {
  const script = toCurl(recorded(sent({}, 'a'.repeat(1_000_000))));
  expect(inShell(script).input).toHaveLength(1_000_000);
});

test('foreign text cannot leave its comment, its header or its URL', () => {
  const hostile = '\nid\r\nid\u2028id';
  const log: readonly Literal[] = [
    sent(
      { '@/etc/passwd': 'x', [`x${hostile}`]: 'x', 'x-y': `a${hostile}`, host: 'h' },
      '',
      `https://a.example/${hostile}`,
    ),
    { ...sent({}), method: 'POST; id' } as Literal,
    sent({}, undefined, 'file:///etc/passwd'),
  ];
  const script = toCurl(recorded(...log));
  expect(inShell(script).args.slice(3)).toEqual([
    'POST',
    '--url',
    'https://a.example/%0Aid%0D%0Aid%E2%80%A8id',
    '--header',
    'x-y: aididid',
  ]);
  expect(script.match(/# Left out/g)).toHaveLength(2);
});

test('a log without requests is a script that says so', () => {
  expect(toCurl(recorded())).toBe(`#!/bin/sh
# Requests of a WebRTC session of 2025-11-11T11:34:43.000Z, by webrtc-session-debugger 0.1.0.
# For sh, bash and zsh; on Windows in WSL or Git Bash.
# No request was recorded.
`);
});

test('each kind of secret has its variable, each secret of a kind its own', () => {
  const headers = { a: 'api-key#1', b: 'Bearer token%232', c: 'turn-credential#1 turn-username#12 secret#1' };
  const script = toCurl(recorded(sent(headers), sent({ a: 'token#1', b: 'api-key#1' })));
  expect(script.match(/^# Secrets.*/m)?.[0]).toBe(
    '# Secrets were not recorded. First: export ORGA_API_KEY=…; export EPHEMERAL_TOKEN_2=…; export TURN_CREDENTIAL=…; export TURN_USERNAME_12=…; export SECRET=…; export EPHEMERAL_TOKEN=…',
  );
  expect(script.match(/^ {2}--header .*(?= \\$)|^ {2}--header .*/gm)).toEqual([
    `  --header 'a: '"$ORGA_API_KEY"`,
    `  --header 'b: Bearer '"$EPHEMERAL_TOKEN_2"`,
    `  --header 'c: '"$TURN_CREDENTIAL"' '"$TURN_USERNAME_12"' '"$SECRET"`,
    `  --header 'a: '"$EPHEMERAL_TOKEN"`,
    `  --header 'b: '"$ORGA_API_KEY"`,
  ]);
});

/** The lines of the one request in a recording, behind its comment. */
function commandOf(entry: Literal): readonly string[] {
  const lines = toCurl(recorded(entry)).split('\n');
  return lines.slice(lines.findIndex((line) => line.startsWith('# calls')) + 1);
}

test('a name that only ends or begins like a secret’s is none', () => {
  const url = 'https://a.example/mytoken%231/token%2312345678901';
  expect(commandOf(sent({}, undefined, url))[0]).toBe(`curl --globoff --include --request POST --url ${url}`);
  expect(commandOf(sent({}, 'token%231')).at(1)).toBe('  --data-raw "$EPHEMERAL_TOKEN"');
});

test('a request that nothing came of says so, and one that came right says no more', () => {
  const request1 = sent({});
  const answered = toCurl(recorded(request1, response(200, { statusText: 'OK', took: 7 })));
  const comments = (script: string) => script.split('\n').filter((line) => line.startsWith('# calls'));
  expect(comments(answered)).toEqual(['# calls: 200 OK after 7 ms']);
  expect(comments(toCurl(recorded(request1)))).toEqual(['# calls: no response']);
  const failure = { reason: 'timeout', limit: 10_000, phase: 'headers' } as const;
  expect(comments(toCurl(recorded(request1, restError('calls', failure))))).toEqual([
    '# calls: no response, no response within 10 s',
  ]);
});

test('headers that curl sets itself are left out, one without a value is sent empty', () => {
  const own = 'Host,connection,Content-Length,accept-encoding,transfer-encoding,TE,upgrade,keep-alive';
  const headers = Object.fromEntries(own.split(',').map((name) => [name, 'x']));
  const more = { 'x-te': '1', hosts: '2', empty: '', spaced: ' a\t  b ' };
  expect(commandOf(sent({ ...headers, ...more }, undefined, 'HTTP://a.example/'))).toEqual(
    [
      'curl --globoff --include --request POST --url HTTP://a.example/ \\',
      "  --header 'x-te: 1' \\",
      "  --header 'hosts: 2' \\",
      "  --header 'empty;' \\",
      "  --header 'spaced:  a b ' ",
      '',
    ].map((line) => line.trimEnd()),
  );
});

test.each(['file:///etc/passwd', 'x https://a.example/', 'ftp://a.example', 'https:/a.example'])(
  '%s is no URL that curl is given',
  (url) => {
    expect(commandOf(sent({}, undefined, url))).toEqual([
      '# Left out: it is no HTTP request that curl could make.',
      '',
    ]);
  },
);

test('a body of up to 100,000 characters is an argument, a longer one comes by printf', () => {
  const body = 'a'.repeat(100_000);
  expect(commandOf(sent({}, body))).toEqual([
    'curl --globoff --include --request POST --url https://api.orga-ai.com/v1/realtime/calls \\',
    `  --data-raw ${body}`,
    '',
  ]);
  expect(commandOf(sent({}, `${body}a`))).toEqual([
    `printf '${body}a' |`,
    'curl --globoff --include --request POST --url https://api.orga-ai.com/v1/realtime/calls \\',
    '  --data-binary @-',
    '',
  ]);
  expect(commandOf(sent({}, ''))).toHaveLength(2);
});

test('what printf would read otherwise, and what is not ASCII, is said in octal', () => {
  expect(commandOf(sent({}, "a \u0007%'\\~é\n"))[0]).toBe(
    String.raw`printf 'a \007%%\047\134~\303\251\012' |`,
  );
});

test('what is not ASCII in a URL is percent-encoded', () => {
  expect(commandOf(sent({}, undefined, 'https://a.example/é \u{1f600}?a=[b]'))[0]).toBe(
    "curl --globoff --include --request POST --url 'https://a.example/%C3%A9%20%F0%9F%98%80?a=[b]'",
  );
});
