#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createRelay } from './relay.mjs';
import { isLoopbackHost, readRelayTargets } from './relayTargets.mjs';
import { createStaticServer } from './staticServer.mjs';

const defaultPort = 4173;
const usage = `Serves the WebRTC Session Debugger.

  --port N      port (default ${defaultPort}, or the next free one; 0 for any)
  --host NAME   address to listen on (default 127.0.0.1: this machine only)
  --base PATH   path under which the app is found (default /)
  --backend URL            relays your session endpoint, which then needs no CORS headers
  --backend-header 'N: V'  a header to send there, such as a cookie; as often as needed
  --upstream URL           base URL of the Orga API (default ORGA_BASE_URL, or https://api.orga-ai.com)
  --help

With ORGA_API_KEY in the environment, a live session gets its tokens through this process: the page never sees the key.
`;

/**
 * Listens, and goes on to the next port where one is taken.
 * @param {import('node:http').Server} server
 * @param {{ port: number, host: string, tries: number }} where
 * @returns {Promise<number>} the port
 */
function listen(server, { port, host, tries }) {
  return new Promise((resolve, reject) => {
    /** @param {NodeJS.ErrnoException} error */
    const onError = (error) => {
      if (error.code === 'EADDRINUSE' && tries > 1) {
        resolve(listen(server, { port: port + 1, host, tries: tries - 1 }));
        return;
      }
      const isTaken = error.code === 'EADDRINUSE';
      reject(isTaken ? new Error(`Port ${port} is taken: name another with --port, or none.`) : error);
    };
    server.once('error', onError);
    server.listen(port, host, () => {
      server.off('error', onError);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/**
 * Serves `dist` until the process ends, and prints where.
 * @param {readonly string[]} args command line
 */
export async function serve(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      host: { type: 'string', default: '127.0.0.1' },
      base: { type: 'string', default: '/' },
      backend: { type: 'string' },
      'backend-header': { type: 'string', multiple: true },
      upstream: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const port = Number(values.port ?? defaultPort);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port: give a number from 0 to 65535.`);
  }
  const root = fileURLToPath(new URL('../../dist', import.meta.url));
  if (!existsSync(`${root}/index.html`)) throw new Error('The app is not built yet: run `npm start`.');

  const base = `/${values.base}/`.replaceAll(/\/+/g, '/');
  const relay = relayFor(values, base);
  const server = createStaticServer({
    root,
    base,
    ...(relay && 'handle' in relay ? { before: relay.handle } : {}),
  });
  server.requestTimeout = 60_000;
  // A port that was asked for is meant; only the default one may move.
  const tries = values.port === undefined ? 50 : 1;
  const chosen = await listen(server, { port, host: values.host, tries });
  const host = values.host.includes(':') ? `[${values.host}]` : values.host;
  console.log(`WebRTC Session Debugger: http://${host}:${chosen}${base}  (Ctrl+C ends it)`);
  for (const line of relay?.says ?? []) console.log(line);
}

/**
 * The relay, where this server answers nobody but this machine. Throws where it is asked for and cannot be.
 * @param {{ host: string } & Parameters<typeof readRelayTargets>[0]} values
 * @param {string} base
 */
function relayFor(values, base) {
  const targets = readRelayTargets(values, process.env);
  if (!isLoopbackHost(values.host)) {
    if (targets.backend !== undefined || values.upstream !== undefined)
      throw new Error(
        `--host ${values.host} would open the relay to the network: leave --host out, or the relay.`,
      );
    const says = ['  ORGA_API_KEY is not used: the relay is for this machine alone, without --host.'];
    return targets.apiKey === undefined ? undefined : { says };
  }
  const { upstream, apiKey, backend } = targets;
  const says = [
    ...(apiKey === undefined
      ? []
      : [`  ORGA_API_KEY stays in this process, and is sent to ${upstream.origin} only.`]),
    ...(backend === undefined
      ? []
      : [`  Your backend is relayed: ${backend.url.origin}${backend.url.pathname}`]),
  ];
  return { ...createRelay({ ...targets, base }), says };
}

if (process.argv[1] !== undefined && isThisFile(process.argv[1])) {
  try {
    await serve(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** @param {string} path what was started; npm starts a bin by a link to it */
function isThisFile(path) {
  return realpathSync(path) === fileURLToPath(import.meta.url);
}
