import type { ListRule } from './rule.ts';
import { isTurn, portOf, type ServerUrl, transportOf } from './serverUrl.ts';

export const noTurn: ListRule = {
  id: 'no-turn',
  source: 'RFC 8835, section 3.4; observed in Chromium 156, Firefox 153',
  check(urls, relayOnly, report) {
    if (urls.some(isTurn)) return;
    report({
      title: urls.length === 0 ? 'There are no ICE servers' : 'There is no TURN server',
      cause: relayOnly
        ? 'With iceTransportPolicy relay nothing else is tried: Chromium stays in “new” for ever, Firefox fails at once.'
        : 'Where UDP is blocked or a NAT is strict, there is no path.',
      fix: relayOnly
        ? 'Add a TURN server, or use the policy all.'
        : 'Add a TURN server, best with TCP or TLS on port 443.',
      severity: relayOnly ? 'error' : 'warning',
    });
  },
};

export const udpOnlyTurn: ListRule = {
  id: 'udp-only-turn',
  source: 'RFC 8835, section 3.4',
  check(urls, _relayOnly, report) {
    const turns = urls.filter(isTurn);
    const [first] = turns;
    if (first === undefined || turns.some((url) => transportOf(url) !== 'udp')) return;
    report({
      url: first.url,
      title: 'TURN over UDP only',
      cause: 'Where UDP to the relay is blocked, as in many companies, there is no path at all.',
      fix: 'Add turn:…?transport=tcp, or best turns:host:443?transport=tcp.',
      severity: 'warning',
    });
  },
};

export const plainTurn: ListRule = {
  id: 'plain-turn',
  source: 'RFC 8835, section 3.4',
  check(urls, _relayOnly, report) {
    const plain = urls.find((url) => isTurn(url) && transportOf(url) === 'tcp');
    if (plain === undefined || urls.some(({ scheme }) => scheme === 'turns')) return;
    report({
      url: plain.url,
      title: 'No TURN over TLS',
      cause: 'A proxy that lets nothing but TLS through also stops turn: over TCP.',
      fix: 'Add turns:host:443?transport=tcp.',
      severity: 'info',
    });
  },
};

export const duplicate: ListRule = {
  id: 'duplicate',
  source: 'RFC 8445, section 5.1.1.2',
  check(urls, _relayOnly, report) {
    const seen = new Set<string>();
    for (const url of urls) {
      const key = `${url.scheme} ${url.host} ${portOf(url) ?? url.port} ${transportOf(url)} ${url.username ?? ''}`;
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      report({
        url: url.url,
        title: 'The same server twice',
        cause: 'Each entry is asked by itself: twice the requests, no further candidate.',
        fix: 'Name each server and transport once.',
        severity: 'info',
      });
    }
  },
};

/** The documented list has five. */
const enough = 5;

/** webrtc-pc leaves a limit to the browser; libwebrtc has one for TURN. */
const mostTurn = 32;

export const tooMany: ListRule = {
  id: 'too-many',
  source: 'Firefox, “Using five or more STUN/TURN servers slows down discovery”; libwebrtc, kMaxTurnServers',
  check(urls, _relayOnly, report) {
    const turns = count(urls, isTurn);
    if (turns > mostTurn) {
      report({
        title: `${turns.toLocaleString('en')} TURN URLs`,
        cause: `Chromium takes ${mostTurn} at most and throws for more.`,
        fix: 'One TURN server with UDP, TCP and TLS is enough.',
        severity: 'error',
      });
    } else if (urls.length > enough) {
      report({
        title: `${urls.length.toLocaleString('en')} URLs of ICE servers`,
        cause:
          'Each is asked from each network interface; gathering waits for the slowest, and those that do not answer take up to 40 s.',
        fix: 'One or two STUN servers and one TURN server with UDP, TCP and TLS are enough.',
        severity: 'warning',
      });
    }
  },
};

function count(urls: readonly ServerUrl[], test: (url: ServerUrl) => boolean): number {
  return urls.filter(test).length;
}
