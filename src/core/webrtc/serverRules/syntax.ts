import { brief } from '../description.ts';
import type { UrlRule } from './rule.ts';
import { isKnown, isTurn, portOf } from './serverUrl.ts';

/** Rules whose breach makes `new RTCPeerConnection` throw a SyntaxError, in both browsers. */
export const scheme: UrlRule = {
  id: 'scheme',
  source: 'RFC 7064, section 3.1; RFC 7065, section 3.1; webrtc-pc, “validate an ICE server URL”',
  check(url) {
    if (url.scheme === 'stuns') {
      return {
        title: 'stuns: is not supported everywhere',
        cause: 'Firefox throws a NotSupportedError for stuns:, and then there is no peer connection at all.',
        fix: 'Use stun: instead; STUN has nothing to hide.',
        severity: 'warning',
      };
    }
    if (isKnown(url.scheme)) return undefined;
    return {
      title:
        url.scheme === '' ? 'The URL has no scheme' : `The scheme ${brief(url.scheme)}: is no ICE server’s`,
      cause: 'ICE servers are stun:, turn: or turns:. Browsers throw a SyntaxError for any other.',
      fix: 'Write stun:host:port, turn:host:port?transport=udp or turns:host:port?transport=tcp.',
      severity: 'error',
    };
  },
};

export const slashes: UrlRule = {
  id: 'slashes',
  source: scheme.source,
  check: (url) =>
    url.slashes && isKnown(url.scheme)
      ? {
          title: 'Slashes after the scheme',
          cause: 'STUN and TURN URLs have no “//”, unlike web addresses. Browsers throw a SyntaxError.',
          fix: `Write ${url.scheme}:${brief(url.host)}${url.port === undefined ? '' : `:${brief(url.port)}`}.`,
          severity: 'error',
        }
      : undefined,
};

export const query: UrlRule = {
  id: 'query',
  source: scheme.source,
  check(url) {
    if (url.query === undefined || !isKnown(url.scheme)) return undefined;
    if (!isTurn(url)) {
      return {
        title: `A query on ${url.scheme}:`,
        cause: 'Only turn: and turns: can have “?transport=…”. Browsers throw a SyntaxError.',
        fix: `Take “?${brief(url.query)}” away.`,
        severity: 'error',
      };
    }
    if (/^transport=(?:udp|tcp)$/.test(url.query)) return undefined;
    return {
      title: `The query ?${brief(url.query)} is not known`,
      cause: 'TURN URLs can say ?transport=udp or ?transport=tcp, in lower case, and nothing else.',
      fix: 'Write ?transport=udp or ?transport=tcp, or nothing.',
      severity: 'error',
    };
  },
};

export const port: UrlRule = {
  id: 'port',
  source: scheme.source,
  check: (url) =>
    isKnown(url.scheme) && portOf(url) === undefined && url.stray === undefined
      ? {
          title: `“${brief(url.port ?? '')}” is no port`,
          cause: 'A port is a number from 1 to 65535. Browsers throw a SyntaxError.',
          fix: 'Correct it, or leave it out: 3478 is meant then, 5349 with turns:.',
          severity: 'error',
        }
      : undefined,
};

/** What is left of the grammar. */
export const host: UrlRule = {
  id: 'shape',
  source: scheme.source,
  check(url) {
    if (!isKnown(url.scheme) || (url.host !== '' && url.host !== '[]' && url.stray === undefined))
      return undefined;
    return {
      title: url.stray === undefined ? 'The URL has no host' : `“${url.stray}” has no place in the URL`,
      cause:
        'An ICE server is scheme:host:port, without user, path or fragment. Browsers throw a SyntaxError.',
      fix:
        url.stray === '@'
          ? 'Put user name and password into username and credential.'
          : 'Write scheme:host:port.',
      severity: 'error',
    };
  },
};
