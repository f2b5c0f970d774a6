import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { sessionPath } from '../origins.ts';
import type { PlayableScenario } from '../scenarios/scenario.ts';
import { createCertificate } from './certificate.ts';
import { type ScenarioRow, scenarioRow, unknownScenario } from './control.ts';
import { createFarEnds } from './farEnds.ts';
import { createHandler } from './handler.ts';
import { readScenarioFile } from './scenarioFile.ts';
import { createWorlds } from './worlds.ts';

export interface SimulatorOptions {
  /** what every request meets that names no other; `healthy` if absent */
  readonly scenario?: string;
  /** a file `*.scenario.json` instead, saved by Replay */
  readonly scenarioFile?: string;
  /** 0, or absent: any that is free */
  readonly port?: number;
  readonly tlsPort?: number;
  /** address to listen on; `127.0.0.1` if absent: this machine only */
  readonly host?: string;
  /** takes one line per request, without secrets */
  readonly log?: (line: string) => void;
}

export interface Simulator {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  /** the same over TLS, with a certificate made for this run */
  readonly tlsUrl: string;
  /** of that certificate, PEM */
  readonly certificate: string;
  /** the developer's session endpoint, simulated */
  readonly sessionEndpoint: string;
  /** For Chromium: `https://api.orga-ai.com` leads here, whatever the page's code has built in. */
  readonly browserArgs: readonly string[];
  /** The scenario for all that name no other, begun anew. Throws for an id that is not known. */
  use(id: string): ScenarioRow;
  /** The scenario of a file, begun anew. Throws with one line for the user where it cannot be played. */
  useFile(path: string): ScenarioRow;
  /**
   * The scenario, or the one in use, for one client: a world of its own under that name, begun anew, which no other
   * request touches. Throws for an id that is not known.
   */
  apart(name: string, id?: string): SimulatedApart;
  /** What the scenario in use should lead to. */
  expected(): PlayableScenario['expect'];
  /** far ends that are alive */
  sessions(): number;
  close(): Promise<void>;
}

/** A scenario that is played to one client. */
export interface SimulatedApart {
  readonly scenario: ScenarioRow;
  readonly expected: PlayableScenario['expect'];
  /** base URL with a path of its own, `http://127.0.0.1:PORT/s/ID~NAME` */
  readonly url: string;
  readonly sessionEndpoint: string;
  /** its far ends hang up */
  end(): void;
}

/** What the vendor's client SDK has built in. */
export const builtInHost = 'api.orga-ai.com';

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1000,
  keepAliveTimeout: 5000,
  maxHeaderSize: 16_384,
};
const mostConnections = 3000;

/**
 * The simulated service and backend as a real server, over HTTP and over TLS, with real peers at the far end.
 * Throws an error with a message for the user when the scenario is unknown or a port is taken.
 */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { scenario = 'healthy', port = 0, tlsPort = 0, host = '127.0.0.1', log = () => undefined } = options;
  const farEnds = createFarEnds();
  const worlds = createWorlds(farEnds);
  let current = scenario;
  const choose = (name: string): boolean => {
    if (worlds.restart(name) === undefined) return false;
    current = name;
    return true;
  };
  const inUse = (): PlayableScenario => {
    const world = worlds.find(current);
    if (world === undefined) throw new Error(unknownScenario(current));
    return world.scenario;
  };
  const useFile = (path: string): ScenarioRow => {
    const read = readScenarioFile(path);
    worlds.add(read);
    choose(read.id);
    return scenarioRow(read);
  };
  if (options.scenarioFile === undefined) inUse();
  else useFile(options.scenarioFile);

  const names = [builtInHost, 'api.orga-ai.test', 'localhost', '127.0.0.1'];
  const { key, cert, spki } = createCertificate(names, Date.now());
  const handler = createHandler({ worlds, current: () => current, choose, certificate: cert, log });
  const plain = withLimits(createServer(limits, handler), log);
  const secure = withLimits(createTlsServer({ ...limits, key, cert }, handler), log);

  const close = async (): Promise<void> => {
    worlds.close();
    await Promise.all([closed(plain), closed(secure)]);
  };
  try {
    const chosen = await listen(plain, port, host, '--port');
    const chosenTls = await listen(secure, tlsPort, host, '--tls-port');
    const name = urlHost(host);
    const url = `http://${name}:${chosen}`;
    return {
      url,
      tlsUrl: `https://${name}:${chosenTls}`,
      certificate: cert,
      sessionEndpoint: url + sessionPath,
      browserArgs: [
        // The simulated STUN servers have reserved names: known at once to lead nowhere, they delay no gathering.
        `--host-resolver-rules=MAP ${builtInHost}:443 ${name}:${chosenTls}, MAP *.orga-ai.test ~NOTFOUND`,
        `--ignore-certificate-errors-spki-list=${spki}`,
      ],
      use(id) {
        if (!choose(id)) throw new Error(unknownScenario(id));
        return scenarioRow(inUse());
      },
      useFile,
      apart(client, id = current) {
        const own = `${id.replace(/~.*$/, '')}~${client}`;
        const world = worlds.restart(own);
        if (world === undefined) throw new Error(unknownScenario(id));
        const base = `${url}/s/${encodeURIComponent(own)}`;
        return {
          scenario: scenarioRow(world.scenario),
          expected: world.scenario.expect,
          url: base,
          sessionEndpoint: base + sessionPath,
          end: () => worlds.end(own),
        };
      },
      expected: () => inUse().expect,
      sessions: farEnds.alive,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Every address of this machine is reached by its own loopback address. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function withLimits<T extends Server | ReturnType<typeof createTlsServer>>(
  server: T,
  log: (line: string) => void,
): T {
  server.maxConnections = mostConnections;
  server.on('drop', () => log(`A connection was turned away: ${mostConnections} are open already.`));
  return server;
}

function listen(
  server: Server | ReturnType<typeof createTlsServer>,
  port: number,
  host: string,
  flag: string,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = ({ code, message }: NodeJS.ErrnoException): void =>
      reject(new Error(listenTrouble(code, message, port, host, flag)));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function listenTrouble(
  code: string | undefined,
  message: string,
  port: number,
  host: string,
  flag: string,
): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken: name another with ${flag}, or ${flag} 0 for any.`;
  if (code === 'EACCES') return `Port ${port} needs special rights: name one above 1023 with ${flag}.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `This machine has no address ${host}: see --host.`;
  return message;
}

function closed(server: Server | ReturnType<typeof createTlsServer>): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
