import type { UrlRule } from './rule.ts';
import { isKnown, isTurn, portOf } from './serverUrl.ts';

// Fetch, “bad port” (Firefox: gBadPortList), without those that Firefox allows for ICE: 53, 3478, 5349.
const blocked = new Set([
  1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 69, 77, 79, 87, 95, 101, 102, 103, 104, 109,
  110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161, 179, 389, 427, 465, 512, 513, 514, 515, 526,
  530, 531, 532, 540, 548, 554, 556, 563, 587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659,
  4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697, 10080,
]);

/** Firefox throws for a port of its block list; Chromium leaves a TURN server below 1024 out in silence. */
export const blockedPort: UrlRule = {
  id: 'blocked-port',
  source:
    'libwebrtc, TurnPort::AllowedTurnPort; Firefox, IceServerParser; observed in Chromium 156, Firefox 153',
  check(url) {
    const port = portOf(url);
    if (port === undefined || !isKnown(url.scheme)) return undefined;
    const silent = isTurn(url) && port < 1_024 && ![53, 80, 443].includes(port);
    const refused = blocked.has(port);
    if (!silent && !refused) return undefined;
    return {
      title: `Browsers do not go to port ${port}`,
      cause: [
        ...(silent
          ? ['Chromium leaves TURN servers below port 1024 out without a word, other than 53, 80 and 443.']
          : []),
        ...(refused
          ? [
              'Firefox throws a SyntaxError for a port of its block list, and then there is no peer connection.',
            ]
          : []),
      ].join(' '),
      fix: 'Let the server listen on 3478, 5349, 443 or 80.',
      severity: 'error',
    };
  },
};
