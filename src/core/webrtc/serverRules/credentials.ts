import type { UrlRule } from './rule.ts';
import { isTurn } from './serverUrl.ts';

export const credentials: UrlRule = {
  id: 'credentials',
  source: 'webrtc-pc, “validate an ICE server URL”; observed in Chromium 156, Firefox 153',
  check(url) {
    if (!isTurn(url)) return undefined;
    const { username, credential } = url;
    const absent = [
      ...(username === undefined ? ['username'] : []),
      ...(credential === undefined ? ['credential'] : []),
    ];
    const empty = [...(username === '' ? ['username'] : []), ...(credential === '' ? ['credential'] : [])];
    if (absent.length + empty.length === 0) return undefined;
    const what = [
      ...(absent.length === 0 ? [] : [`no ${absent.join(' and no ')}`]),
      ...(empty.length === 0 ? [] : [`an empty ${empty.join(' and an empty ')}`]),
    ].join(' and ');
    return {
      title: `A TURN server with ${what}`,
      cause: 'A TURN server wants to know who asks. Browsers throw an InvalidAccessError.',
      fix: 'Pass on username and credential as ice-config gave them; they stand beside urls.',
      severity: 'error',
    };
  },
};
