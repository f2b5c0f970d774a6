#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createStaticServer } from './staticServer.mjs';

const defaultPort = 4173;
const usage = `Serves the WebRTC Session Debugger.

  --port N      port (default ${defaultPort}, or the next free one; 0 for any)
  --host NAME   address to listen on (default 127.0.0.1: this machine only)
  --base PATH   path under which the app is found (default /)
  --help
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

  const server = createStaticServer({ root, base: values.base });
  // A port that was asked for is meant; only the default one may move.
  const tries = values.port === undefined ? 50 : 1;
  const chosen = await listen(server, { port, host: values.host, tries });
  const host = values.host.includes(':') ? `[${values.host}]` : values.host;
  const path = `/${values.base}/`.replaceAll(/\/+/g, '/');
  console.log(`WebRTC Session Debugger: http://${host}:${chosen}${path}  (Ctrl+C ends it)`);
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
