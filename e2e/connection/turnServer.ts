import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How long coturn may take to listen, ms. */
const startLimit = 10_000;

const secret = 'a shared secret of the tests';

export interface TurnServer {
  readonly port: number;
  /** from now on it neither takes nor sends a packet */
  pause(): void;
  resume(): void;
  stop(): Promise<void>;
}

export interface TurnCredentials {
  readonly username: string;
  readonly credential: string;
}

/** Accepted by a server with accounts. */
export const account: TurnCredentials = { username: 'good', credential: 'password' };

/** Name and password of a REST credential, which is valid until then (draft-uberti-behave-turn-rest). */
export function restCredentials(secondsFromNow: number): TurnCredentials {
  const username = `${Math.floor(Date.now() / 1000) + secondsFromNow}:tests`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}

/** Path of coturn, found by the runner's configuration; undefined where it cannot be had, and then why. */
export const coturn = process.env['TURNSERVER'] || undefined;
export const withoutCoturn = process.env['TURNSERVER_ABSENT'] || 'There is no coturn here.';

/**
 * Starts coturn on a free port of the loopback interface. `accounts` knows `account`, `secret` the REST credentials.
 * Rejects with what it printed when it does not listen.
 */
export async function startTurnServer(
  path: string,
  users: 'accounts' | 'secret',
  more: readonly string[] = [],
): Promise<TurnServer> {
  const folder = mkdtempSync(join(tmpdir(), 'turnserver-'));
  const port = await freePort();
  const credentials =
    users === 'secret'
      ? ['--use-auth-secret', `--static-auth-secret=${secret}`]
      : ['--lt-cred-mech', `--user=${account.username}:${account.credential}`];
  const server = spawn(
    path,
    [
      '-n',
      '--listening-ip=127.0.0.1',
      '--relay-ip=127.0.0.1',
      `--listening-port=${port}`,
      '--realm=debugger.test',
      '--allow-loopback-peers',
      '--no-cli',
      '--no-tls',
      '--no-dtls',
      '--log-file=stdout',
      `--pidfile=${join(folder, 'pid')}`,
      `--userdb=${join(folder, 'users')}`,
      ...credentials,
      ...more,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text) => (printed += String(text)));
  const ended = new Promise<void>((resolve) => server.once('close', () => resolve()));
  const stop = async () => {
    server.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const began = Date.now();
  while (!(await accepts(port))) {
    if (server.exitCode !== null || Date.now() - began > startLimit) {
      await stop();
      throw new Error(`${path} does not listen on port ${port}. It printed:\n${printed}`);
    }
  }
  return {
    port,
    pause: () => void server.kill('SIGSTOP'),
    resume: () => void server.kill('SIGCONT'),
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Whether somebody listens; waits a little where nobody does. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => setTimeout(() => resolve(false), 50));
  });
}
