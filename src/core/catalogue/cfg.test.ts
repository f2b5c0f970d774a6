import { expect, test } from 'vitest';
import { diagnose } from '../diagnosis/diagnose.ts';
import { inWords } from '../diagnosis/testing/inWords.ts';
import { chromium, failedLog, servers } from '../diagnosis/testing/literalConnection.ts';
import { type Literal, verdict } from '../diagnosis/testing/literalLog.ts';

/** e2 the servers, e3 what the constructor threw. */
function refused(list: Literal | undefined, name: string, message: string) {
  const entries = list === undefined ? [] : [list];
  return failedLog(chromium, entries, { reason: 'configuration', error: { name, message } }, 'offer');
}
const is = (urls: readonly string[], name: string, message: string) =>
  verdict(refused(servers(urls), name, message))?.is;

test.each([
  ['http://x', 'scheme'],
  ['xstun:a.example', 'scheme'],
  ['stun//a.example', 'scheme'],
  ['stun:a.example', undefined],
  ['stuns:a.example:5349', undefined],
  ['TURN:a.example', undefined],
  ['turns:a.example', undefined],
  ['turn://a.example', 'slashes'],
  ['turn:/a.example', undefined],
  ['stun:a.example?transport=udp', 'query'],
  ['stuns:a.example?x', 'query'],
  ['turn:a.example?transport=udp', undefined],
  ['turn:a.example?transport=TCP', undefined],
  ['turn:a.example?transport=tcp&x=1', 'query'],
  ['turn:a.example?transport=sctp', 'query'],
  ['turn:a.example?tcp', 'query'],
  ['turn:a.example:0', 'port'],
  ['turn:a.example:1', undefined],
  ['turn:a.example:65535', undefined],
  ['turn:a.example:65536', 'port'],
  ['turn:a.example:x1', 'port'],
  ['turn:a.example:1x', 'port'],
  ['turn:a.example:', 'port'],
  ['turn:a.example:0x10', 'port'],
  ['turn:a.example:1e3', 'port'],
  ['turn:a://b.example', 'port'],
  ['turn:a.example:12345?transport=udp', undefined],
  ['turn:a.example:99999?transport=udp', 'port'],
  ['turn:[2001:db8::1]', undefined],
  ['turn:[2001:db8::1]:3478', undefined],
  ['turn:[2001:db8::1]:99999', 'port'],
])('of the URL %s it is %s that is wrong', (url, flaw) => {
  expect(is([url], 'SyntaxError', 'no')).toBe(
    flaw === undefined ? 'cfg.refused/constructor' : `cfg.url/${flaw}`,
  );
});

test.each([
  ["Failed to construct 'RTCPeerConnection': 'http://x' is not a valid stun or turn URL.", 'cfg.url/scheme'],
  ["RTCPeerConnection constructor: 'turn://x' is not a valid URL", 'cfg.url/slashes'],
  ["'stun:x' is refused: Invalid port", 'cfg.url/port'],
  ['ICE server parsing failed: Invalid port', 'cfg.url/port'],
  ['ICE server parsing failed: Transport parameter should always be udp or tcp.', 'cfg.url/query'],
  ['ICE server parsing failed: Invalid hostname format', 'cfg.url/slashes'],
  ["Failed to construct 'RTCPeerConnection': Empty uri.", 'cfg.refused/constructor'],
])('without a wrong URL in the list the browser’s words tell: %s', (message, expected) => {
  expect(is(['stun:a.example'], 'SyntaxError', message)).toBe(expected);
});

test('cfg.url without a list in the log has the browser’s words alone', () => {
  const log = refused(undefined, 'SyntaxError', 'ICE server parsing failed: Invalid port');
  expect(inWords(diagnose(log))).toEqual({
    is: 'cfg.url/port',
    certainty: 'proved',
    actor: 'backend',
    cause:
      'new RTCPeerConnection() threw SyntaxError: “ICE server parsing failed: Invalid port”. A port is a number from 1 to 65535.',
    remedy: 'Correct the port, or leave it out: 3478 is meant then, 5349 with TLS.',
    causedBy: 'offer e2',
    evidence: ['e2 new RTCPeerConnection threw SyntaxError: “ICE server parsing failed: Invalid port”'],
    ruledOut: [
      'reply.incomplete/ice-servers-shape: the list has the right shape; one of its entries is wrong',
    ],
    beside: [],
  });
});

test('cfg.url names the URL and that ice-config handed it out', () => {
  const list = servers(['stun:a.example', 'turn:b.example:99999']);
  expect(inWords(diagnose(refused(list, 'SyntaxError', 'Invalid port')))).toEqual({
    is: 'cfg.url/port',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'new RTCPeerConnection() threw SyntaxError: “Invalid port”. “turn:b.example:99999”, which ice-config handed out: a port is a number from 1 to 65535.',
    remedy: 'Correct the port, or leave it out: 3478 is meant then, 5349 with TLS.',
    causedBy: 'ice-config e2',
    evidence: [
      'e2 the servers as they were handed out',
      'e3 new RTCPeerConnection threw SyntaxError: “Invalid port”',
    ],
    ruledOut: [
      'reply.incomplete/ice-servers-shape: the list has the right shape; one of its entries is wrong',
    ],
    beside: [],
  });
});

test('cfg.url of the session endpoint’s list is the backend’s', () => {
  const list = servers(['turn://b.example'], { from: 'session' });
  expect(inWords(diagnose(refused(list, 'SyntaxError', 'Invalid hostname format')))).toEqual({
    is: 'cfg.url/slashes',
    certainty: 'proved',
    actor: 'backend',
    cause:
      'new RTCPeerConnection() threw SyntaxError: “Invalid hostname format”. “turn://b.example”, which your session endpoint handed out: STUN and TURN URIs have no “//” after the scheme (RFC 7064, RFC 7065).',
    remedy: 'Take the “//” out: turn:host:port, not turn://host:port.',
    causedBy: 'ice-config e2',
    evidence: [
      'e2 the servers as they were handed out',
      'e3 new RTCPeerConnection threw SyntaxError: “Invalid hostname format”',
    ],
    ruledOut: [
      'reply.incomplete/ice-servers-shape: the list has the right shape; one of its entries is wrong',
    ],
    beside: [],
  });
});

test('of two wrong URLs the one that the message names is meant', () => {
  const urls = ['http://x', 'turn://b.example'];
  expect(is(urls, 'SyntaxError', "'turn://b.example' is not a valid URL")).toBe('cfg.url/slashes');
  expect(is(urls, 'SyntaxError', 'not a valid URL')).toBe('cfg.url/scheme');
  expect(is(['turn:c.example', 'http://x'], 'SyntaxError', "'turn:c.example' is not valid")).toBe(
    'cfg.url/scheme',
  );
});

test('a URL that was left out is not to blame', () => {
  const list = servers(['http://x', 'turn://b.example'], { leftOut: ['http://x'] });
  expect(verdict(refused(list, 'SyntaxError', 'no'))?.is).toBe('cfg.url/slashes');
});

test('an InvalidAccessError and a blocked port speak of no URL’s spelling', () => {
  expect(is(['http://x'], 'InvalidAccessError', 'username too long')).toBe('cfg.refused/constructor');
  expect(is(['http://x'], 'SyntaxError', 'it is Blocked')).toBe('cfg.refused/constructor');
});

const listed = (
  ...list: readonly {
    readonly urls: readonly string[];
    readonly username?: string;
    readonly credential?: string;
  }[]
) => servers([], { servers: list });
const absent = 'Both username and credential are required when the URL scheme is "turn" or "turns".';

test('cfg.cred names the TURN server without credentials', () => {
  const list = listed({ urls: ['stun:a.example', 'turn:b.example'] });
  expect(inWords(diagnose(refused(list, 'InvalidAccessError', absent)))).toEqual({
    is: 'cfg.cred/absent',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'new RTCPeerConnection() threw InvalidAccessError: “Both username and credential are required when the URL scheme is "turn" or "turns".” “turn:b.example”, which ice-config handed out: username or credential is absent.',
    remedy:
      'Look for where the list is copied or renamed: the members are spelt username and credential (not password, not credentials).',
    causedBy: 'ice-config e2',
    evidence: [
      'e2 the servers as they were handed out',
      'e3 new RTCPeerConnection threw InvalidAccessError: “Both username and credential are required when the URL scheme is "turn" or "turns".”',
    ],
    ruledOut: [
      'reply.incomplete/ice-servers-shape: the list has the right shape; one of its entries is wrong',
    ],
    beside: [],
  });
});

test.each([[{ username: '', credential: 'c' }], [{ username: 'u', credential: '' }]])(
  'cfg.cred tells empty credentials from absent ones by the list: %j',
  (facts) => {
    const list = listed(
      { urls: ['stun:s.example'] },
      { urls: ['stun:a.example', 'turns:b.example'], ...facts },
    );
    expect(inWords(diagnose(refused(list, 'InvalidAccessError', 'Missing username')))).toEqual({
      is: 'cfg.cred/empty',
      certainty: 'proved',
      actor: 'orga',
      cause:
        'new RTCPeerConnection() threw InvalidAccessError: “Missing username”. “turns:b.example”, which ice-config handed out: username or credential is an empty text.',
      remedy: 'Look for an environment variable that is not set where the list is made.',
      causedBy: 'ice-config e2',
      evidence: [
        'e2 the servers as they were handed out',
        'e3 new RTCPeerConnection threw InvalidAccessError: “Missing username”',
      ],
      ruledOut: [
        'reply.incomplete/ice-servers-shape: the list has the right shape; one of its entries is wrong',
      ],
      beside: [],
    });
  },
);

test.each([
  ['credentials that are there', { urls: ['turn:b.example'], username: 'u', credential: 'c' }],
  ['an empty user name of a STUN server', { urls: ['stun:b.example'], username: '', credential: '' }],
])('%s are not empty ones', (_, server) => {
  expect(verdict(refused(listed(server), 'InvalidAccessError', absent))?.is).toBe('cfg.cred/absent');
});

test.each(['too long', 'username exceeds 509 byte limit'])('credentials that are %s are there', (message) => {
  expect(is(['turn:b.example'], 'InvalidAccessError', message)).toBe('cfg.refused/constructor');
});

test('empty credentials are a matter of an InvalidAccessError', () => {
  const list = listed({ urls: ['turn:b.example'], username: '', credential: '' });
  expect(verdict(refused(list, 'SyntaxError', 'no'))?.is).toBe('cfg.refused/constructor');
  expect(verdict(refused(undefined, 'InvalidAccessError', 'Missing username'))?.is).toBe('cfg.cred/absent');
});

test('cfg.refused repeats what the browser said', () => {
  expect(inWords(diagnose(refused(servers(['stun:a.example']), 'TypeError', 'Empty uri.')))).toEqual({
    is: 'cfg.refused/constructor',
    certainty: 'proved',
    actor: 'orga',
    cause:
      'new RTCPeerConnection() threw TypeError: “Empty uri.” The browser does not take the configuration as it was handed out.',
    remedy: 'Hand on the iceServers of ice-config unchanged; each needs a stun:, turn: or turns: URL.',
    causedBy: 'ice-config e2',
    evidence: [
      'e2 the servers as they were handed out',
      'e3 new RTCPeerConnection threw TypeError: “Empty uri.”',
    ],
    ruledOut: [
      'reply.incomplete/ice-servers-shape: the list has the right shape; one of its entries is wrong',
    ],
    beside: [],
  });
});
