import type { Evidence } from '../diagnosis/evidence.ts';
import { culprit, refusal, refusedConfiguration } from './configuration.ts';
import type { CatalogueEntry, Variant } from './entry.ts';

type Flaw = 'scheme' | 'slashes' | 'query' | 'port';

const known: {
  readonly [F in Flaw]: { readonly title: string; readonly because: string; readonly remedy: string };
} = {
  scheme: {
    title: 'An ICE server’s URL has another scheme than stun or turn',
    because: 'its scheme is none of stun:, stuns:, turn:, turns:.',
    remedy: 'Write stun:host:port, turn:host:port or turns:host:port.',
  },
  slashes: {
    title: 'An ICE server’s URL has slashes after the scheme',
    because: 'STUN and TURN URIs have no “//” after the scheme (RFC 7064, RFC 7065).',
    remedy: 'Take the “//” out: turn:host:port, not turn://host:port.',
  },
  query: {
    title: 'An ICE server’s URL has a query that it may not have',
    because: 'only turn: and turns: may have a query, and only ?transport=udp or ?transport=tcp.',
    remedy: 'Take the query off stun: URLs, and let transport be udp or tcp.',
  },
  port: {
    title: 'An ICE server’s URL has no valid port',
    because: 'a port is a number from 1 to 65535.',
    remedy: 'Correct the port, or leave it out: 3478 is meant then, 5349 with TLS.',
  },
};

function variant(flaw: Flaw): Variant {
  const { title, because, remedy } = known[flaw];
  return {
    title,
    actor: 'backend',
    specificity: 86,
    recognise: (evidence) => {
      const error = refusedConfiguration(evidence);
      if (error === undefined || error.name === 'InvalidAccessError' || /blocked/i.test(error.message))
        return undefined;
      const found = flawOf(evidence, error);
      return found?.flaw === flaw ? refusal(evidence, error, { because, remedy, url: found.url }) : undefined;
    },
  };
}

export const cfgUrl = {
  code: 'cfg.url',
  origin: 'debugger',
  title: 'An ICE server’s URL is wrong',
  cause:
    'STUN and TURN URIs look like web addresses and are none: scheme:host:port, without slashes; a query only for TURN. The browser throws on the first that it cannot read, before anything is sent.',
  remedy: 'Correct the URL where the list is made, or hand on the one of ice-config unchanged.',
  surfaces: [{ step: 'offer', statuses: ['none'] }],
  variants: {
    scheme: variant('scheme'),
    slashes: variant('slashes'),
    query: variant('query'),
    port: variant('port'),
  },
} as const satisfies CatalogueEntry;

/** By the URL where the log has one that is wrong, else by the browser’s words. */
function flawOf(
  evidence: Evidence,
  error: { readonly name: string; readonly message: string },
): { readonly flaw: Flaw; readonly url: string | undefined } | undefined {
  const url = culprit(evidence, error, (each) => flawIn(each) !== undefined);
  const flaw = url === undefined ? flawInWords(error.message) : flawIn(url);
  return flaw && { flaw, url };
}

function flawIn(url: string): Flaw | undefined {
  if (!/^(?:stuns?|turns?):/i.test(url)) return 'scheme';
  if (/^\w+:\/\//.test(url)) return 'slashes';
  if (/^stuns?:.*\?/i.test(url) || /\?(?!transport=(?:udp|tcp)$)/i.test(url)) return 'query';
  const [, port] = /^\w+:(?:\[[^\]]*\]|[^[:?]*):([^?]*)/.exec(url) ?? [];
  return port !== undefined && !(/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65_535)
    ? 'port'
    : undefined;
}

function flawInWords(message: string): Flaw | undefined {
  const [, url] = /'([^']+)'/.exec(message.replace(/construct '[^']*'/, '')) ?? [];
  const flaw = url === undefined ? undefined : flawIn(url);
  if (flaw !== undefined) return flaw;
  if (/Invalid port/i.test(message)) return 'port';
  if (/Transport parameter/i.test(message)) return 'query';
  if (/Invalid hostname format/i.test(message)) return 'slashes';
  return undefined;
}
