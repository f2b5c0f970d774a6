import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { type Literal, request } from '../../diagnosis/testing/literalLog.ts';
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
