import { expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';
import { chromium, failedLog, firefox, servers } from './testing/literalConnection.ts';
import { verdict } from './testing/literalLog.ts';

const construct = "Failed to construct 'RTCPeerConnection': ";
const both = 'Both username and credential are required when the URL scheme is "turn" or "turns".';

/** e2 the servers, e3 the failure. */
function refused(url: string, name: string, message: string, run = chromium) {
  return failedLog(run, [servers([url])], { reason: 'configuration', error: { name, message } }, 'offer');
}

test.each([
  ['cfg.url/scheme', 'http://x', 'SyntaxError', "'http://x' is not a valid stun or turn URL."],
  [
    'cfg.url/slashes',
    'turn://127.0.0.1:3478',
    'SyntaxError',
    'ICE server parsing failed: Invalid hostname format',
  ],
  [
    'cfg.url/query',
    'stun:127.0.0.1:3478?transport=udp',
    'SyntaxError',
    "'stun:127.0.0.1:3478?transport=udp' is not a valid stun or turn URL.",
  ],
  [
    'cfg.url/query',
    'turn:127.0.0.1:3478?transport=sctp',
    'SyntaxError',
    'ICE server parsing failed: Transport parameter should always be udp or tcp.',
  ],
  ['cfg.url/port', 'turn:127.0.0.1:99999', 'SyntaxError', 'ICE server parsing failed: Invalid port'],
  ['cfg.cred/absent', 'turn:127.0.0.1:3478', 'InvalidAccessError', both],
  [
    'cfg.cred/empty',
    'turn:127.0.0.1:3478',
    'InvalidAccessError',
    'ICE server parsing failed: TURN server with empty username or password',
  ],
  ['cfg.refused/constructor', 'stun:127.0.0.1:3478', 'SyntaxError', 'ICE server parsing failed: Empty uri.'],
])('%s as Chromium shows it: %s', (is, url, name, message) => {
  expect(verdict(refused(url, name, `${construct}${message}`))).toEqual({
    is,
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e3'],
  });
});

test.each([
  [
    'cfg.url/scheme',
    'http://x',
    'SyntaxError',
    "RTCPeerConnection constructor: 'http://x' is not a valid URL",
  ],
  ['cfg.cred/absent', 'turn:127.0.0.1:3478', 'InvalidAccessError', 'Missing username'],
  [
    'cfg.refused/constructor',
    'turn:127.0.0.1:3478',
    'InvalidAccessError',
    'PeerConnectionImpl.setConfiguration: TURN server username exceeds 509 byte limit (RFC 8489 14.3)',
  ],
  [
    'cfg.port-blocked/firefox',
    'turn:10.99.0.1:9?transport=tcp',
    'SyntaxError',
    "PeerConnectionImpl.setConfiguration: 'turn:10.99.0.1:9?transport=tcp' uses a port that is blocked",
  ],
])('%s as Firefox shows it', (is, url, name, message) => {
  expect(verdict(refused(url, name, message, firefox))).toEqual({
    is,
    certainty: 'proved',
    step: 'ice-config',
    evidence: ['e2', 'e3'],
  });
});

test('the one URL that is wrong is named, and who handed it out', () => {
  const message = `${construct}ICE server parsing failed: Invalid hostname format`;
  const log = failedLog(
    chromium,
    [servers(['stun:a.example:3478', 'turn://b.example'], { from: 'session' })],
    { reason: 'configuration', error: { name: 'SyntaxError', message } },
    'offer',
  );
  const [first] = diagnose(log);
  expect(first?.actor).toBe('backend');
  expect(first?.cause).toContain('“turn://b.example”, which your session endpoint handed out');
});

test.each(['limit', 'configuration'] as const)('too many peer connections, told as %s', (reason) => {
  const error = { name: 'UnknownError', message: `${construct}Cannot create so many PeerConnections` };
  expect(verdict(failedLog(chromium, [], { reason, error }, 'offer'))).toEqual({
    is: 'pc.limit/too-many',
    certainty: 'proved',
    step: 'offer',
    evidence: ['e2'],
  });
});
