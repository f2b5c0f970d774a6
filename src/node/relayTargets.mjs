import { isIP } from 'node:net';

/** @typedef {import('./relay.mjs').RelayTargets} RelayTargets */

const defaultUpstream = 'https://api.orga-ai.com';

/** Set by the connection itself, or by the relay. */
const notByHand = ['host', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'x-relay-secret'];

/**
 * What the relay talks to, from command line and environment. Throws with one clear line.
 * @param {{ backend?: string | undefined, 'backend-header'?: string[] | undefined, upstream?: string | undefined }} values
 * @param {Readonly<Record<string, string | undefined>>} environment
 * @returns {RelayTargets}
 */
export function readRelayTargets(values, environment) {
  const named = values.upstream === undefined ? 'ORGA_BASE_URL' : '--upstream';
  const upstream = readUrl(named, (values.upstream ?? environment['ORGA_BASE_URL']) || defaultUpstream);
  if (upstream.protocol !== 'https:' && !isLoopbackHost(upstream.hostname))
    throw new Error(
      `${named} ${upstream.href} would send the key in clear: give an https URL, or one on this machine.`,
    );
  if (upstream.search !== '' || upstream.hash !== '')
    throw new Error(`${named} carries a query or fragment: give the base URL alone, without /v1/realtime.`);
  const apiKey = readKey(environment['ORGA_API_KEY']);
  const headers = (values['backend-header'] ?? []).map(readHeader);
  if (values.backend === undefined) {
    if (headers.length > 0) throw new Error('--backend-header needs --backend URL.');
    return { upstream, ...(apiKey === undefined ? {} : { apiKey }) };
  }
  const url = readUrl('--backend', values.backend);
  url.hash = '';
  return {
    upstream,
    backend: { url, headers: Object.fromEntries(headers) },
    ...(apiKey === undefined ? {} : { apiKey }),
  };
}

/** @param {string} option @param {string} text */
function readUrl(option, text) {
  const example = option === '--backend' ? 'http://localhost:3000/api/session' : defaultUpstream;
  if (text.includes('sk_orga_ai_'))
    throw new Error(`${option} holds an API key: give the key as ORGA_API_KEY.`);
  if (!URL.canParse(text)) throw new Error(`${option} ${text} is not a URL: give one such as ${example}.`);
  const url = new URL(text);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new Error(`${option} ${url.protocol} is not a scheme for requests: give a URL such as ${example}.`);
  if (url.username !== '' || url.password !== '')
    throw new Error(
      `${option} carries a user name or password: leave them out${option === '--backend' ? ', and give --backend-header "authorization: …"' : ''}.`,
    );
  return url;
}

/** @param {string | undefined} text */
function readKey(text) {
  const key = (text ?? '').trim();
  if (key === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(key)) throw new Error('ORGA_API_KEY holds a character that no key has.');
  return key;
}

/** @param {string} text @returns {[string, string]} */
function readHeader(text) {
  const [, name = '', value = ''] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/.exec(text) ?? [];
  // The text is not repeated: it may be a secret.
  if (name === '' || !/^[\t\x20-\x7e\x80-\xff]*$/.test(value))
    throw new Error('--backend-header takes one header, such as "cookie: session=…".');
  if (notByHand.includes(name.toLowerCase()))
    throw new Error(`--backend-header ${name} is not yours to set.`);
  return [name.toLowerCase(), value.trim()];
}

/**
 * Whether a host is this machine by its very name (RFC 6761, section 6.3), whatever a name server says.
 * @param {string} host with brackets where it is an IPv6 address
 */
export function isLoopbackHost(host) {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  if (name === 'localhost' || name === '::1') return true;
  return isIP(name) === 4 && name.startsWith('127.');
}
