import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { simulatedApiKey } from '../origins.ts';
import { builtInHost, startSimulator } from './simulator.ts';

const defaultPort = 4010;
const usage = `Simulates the Orga AI realtime API and a backend on this machine.

  --scenario ID       what requests meet that name no other (default healthy)
  --scenario-file F   play a scenario file that Replay has saved (*.scenario.json)
  --port N            port of http: (default ${defaultPort}; 0 for any)
  --tls-port N        port of https: (default the next one; 0 for any)
  --host NAME         address to listen on (default 127.0.0.1: this machine only)
  --certificate FILE  write the certificate of https: there
  --list              print the scenarios and end
  --help
`;

/** Runs the simulator until the process ends. Gives the exit code where it cannot start: 2. */
export async function runCli(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        scenario: { type: 'string', default: 'healthy' },
        'scenario-file': { type: 'string' },
        port: { type: 'string', default: String(defaultPort) },
        'tls-port': { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        certificate: { type: 'string' },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) {
      print(usage);
      return 0;
    }
    if (values.list) {
      const { simulatorScenarios } = await import('./transportScenarios.ts');
      print(simulatorScenarios.map(({ id, title }) => `${id.padEnd(58)} ${title}\n`).join(''));
      return 0;
    }
    const port = readPort('--port', values.port);
    const next = port === 0 || port === 65_535 ? 0 : port + 1;
    const tlsPort = values['tls-port'] === undefined ? next : readPort('--tls-port', values['tls-port']);
    const { scenario, host, 'scenario-file': scenarioFile } = values;
    const simulator = await startSimulator({
      scenario,
      ...(scenarioFile !== undefined && { scenarioFile }),
      port,
      tlsPort,
      host,
      log: (line) => print(`${line}\n`),
    });
    if (values.certificate !== undefined) writeFileSync(values.certificate, simulator.certificate);
    for (const end of ['SIGINT', 'SIGTERM'] as const) {
      process.once(end, () => void simulator.close().then(() => process.exit(0)));
    }
    print(banner(simulator, scenarioFile ?? scenario));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

function banner(simulator: Awaited<ReturnType<typeof startSimulator>>, scenario: string): string {
  const [mapping = ''] = simulator.browserArgs;
  return `WebRTC session simulator: ${simulator.url}  (Ctrl+C ends it)
  scenario          ${scenario}; all of them: ${simulator.url}/__simulator/scenarios
  session endpoint  ${simulator.sessionEndpoint}
  API key           any that begins with sk_orga_ai_, for example ${simulatedApiKey}
  over TLS          ${simulator.tlsUrl}
  ${builtInHost}   start Chromium with ${mapping.replace('=', '="')}" --ignore-certificate-errors --user-data-dir=NEW_FOLDER
`;
}

function readPort(flag: string, text: string): number {
  const port = Number(text);
  if (text.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`${flag} ${text} is not a port: give a number from 0 to 65535.`);
  }
  return port;
}

function print(text: string): void {
  process.stdout.write(text);
}
