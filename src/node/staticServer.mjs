import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { createGzip } from 'node:zlib';

const mediaTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.mjs', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.map', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.woff2', 'font/woff2'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/** @typedef {import('node:http').IncomingMessage} Request */
/** @typedef {import('node:http').ServerResponse} Response */

/**
 * What a page's own meta element cannot say, or what holds for every file (docs/hosting.md has them for other servers).
 * No Cross-Origin-Opener-Policy: a page that opens the debugger as its second window would lose it at once, with every
 * value of that header (HTML, 7.1.3, "matching COOP").
 */
export const securityHeaders = {
  'content-security-policy': "frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
};

/**
 * The file that a URL path means, or where to go instead.
 * @param {string} root absolute folder
 * @param {string} base path prefix, `/` at both ends
 * @param {string} path percent-encoded, without the query
 * @returns {{ file: string, size: number, modified: number } | { location: string } | undefined}
 */
function find(root, base, path) {
  if (`${path}/` === base) return { location: base };
  if (!path.startsWith(base)) return undefined;
  let name;
  try {
    name = decodeURIComponent(path.slice(base.length));
  } catch {
    return undefined;
  }
  if (name.includes('\0') || name.split(/[/\\]/).some((part) => part.startsWith('.'))) return undefined;
  let file = resolve(root, name);
  if (file !== root && !file.startsWith(root + sep)) return undefined;
  let facts = statSync(file, { throwIfNoEntry: false });
  if (facts?.isDirectory()) {
    // Relative links of the page inside need the slash.
    if (!path.endsWith('/')) return { location: `${path}/` };
    file = join(file, 'index.html');
    facts = statSync(file, { throwIfNoEntry: false });
  }
  if (!facts?.isFile()) return undefined;
  return { file, size: facts.size, modified: facts.mtimeMs };
}

/**
 * A server of static files, for the built app: no listing, no dot files, nothing outside of the folder.
 * Names with a hash never change and are kept for good; everything else is asked for again.
 * @param {{ root: string, base?: string, before?: (request: Request, response: Response) => boolean }} options
 *   `base`: the path under which the files are found, `/` by default; `before`: true where it has answered
 * @returns {import('node:http').Server}
 */
export function createStaticServer({ root, base = '/', before = () => false }) {
  const folder = resolve(root);
  const prefix = `/${base}/`.replaceAll(/\/+/g, '/');
  return createServer((request, response) => {
    if (before(request, response)) return;
    const [path = '/', query] = (request.url ?? '/').split('?', 2);
    /** @type {(status: number, headers?: Record<string, string | number>, text?: string) => void} */
    const end = (status, headers = {}, text = '') => {
      response.writeHead(status, { ...securityHeaders, ...headers });
      response.end(request.method === 'HEAD' ? undefined : text);
    };
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      end(405, { allow: 'GET, HEAD' });
      return;
    }
    const found = find(folder, prefix, path);
    if (found === undefined) {
      end(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, 'Not found\n');
      return;
    }
    if ('location' in found) {
      end(308, { location: query === undefined ? found.location : `${found.location}?${query}` });
      return;
    }
    const type = mediaTypes.get(extname(found.file)) ?? 'application/octet-stream';
    const packed = isText(type) && found.size > 1024 && acceptsGzip(request);
    const etag = `"${found.size.toString(16)}-${Math.round(found.modified).toString(16)}${packed ? '-gz' : ''}"`;
    const headers = {
      'content-type': type,
      'cache-control': /\/assets\/.*-[\w-]{8}\.\w+$/.test(path)
        ? 'public, max-age=31536000, immutable'
        : 'no-cache',
      etag,
      vary: 'accept-encoding',
    };
    if (request.headers['if-none-match'] === etag) {
      end(304, headers);
      return;
    }
    const length = packed ? { 'content-encoding': 'gzip' } : { 'content-length': found.size };
    response.writeHead(200, { ...securityHeaders, ...headers, ...length });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const file = createReadStream(found.file).on('error', () => response.destroy());
    if (packed) file.pipe(createGzip()).pipe(response);
    else file.pipe(response);
  });
}

/** @param {string} type */
function isText(type) {
  return /^text\/|json|svg/.test(type);
}

/** @param {Request} request */
function acceptsGzip(request) {
  return /\bgzip\b(?!;\s*q=0(?:\.0*)?(?:,|$))/.test(request.headers['accept-encoding'] ?? '');
}
