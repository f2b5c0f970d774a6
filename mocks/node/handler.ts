import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRedactor } from '../../src/core/redaction.ts';
import { serviceOrigin, sessionPath } from '../origins.ts';
import { reasonPhrase } from '../simulatedReply.ts';
import { type ControlReply, control, controlPath, unknownScenario } from './control.ts';
import { mayControl, preflightHeaders, sessionCors } from './crossOrigin.ts';
import { largestBody, readBody } from './readBody.ts';
import { sendReply } from './sendReply.ts';
import type { PlayedWorld, Worlds } from './worlds.ts';

export interface HandlerOptions {
  readonly worlds: Worlds;
  /** name of the world for requests that name no other */
  readonly current: () => string;
  readonly choose: (name: string) => boolean;
  readonly certificate: string;
  readonly log: (line: string) => void;
}

/** How many requests are worked on at once. */
const mostRequests = 2500;
/** For what is only looked at as it is written: nothing is remembered. */
const { redact } = createRedactor();

/** Answers a request of either server: finds its world, lets it answer, and logs what came of it. */
export function createHandler(options: HandlerOptions) {
  let atOnce = 0;
  return (request: IncomingMessage, response: ServerResponse): void => {
    const began = performance.now();
    const say = (outcome: string, world?: PlayedWorld): void => {
      const took = Math.round(performance.now() - began);
      const line = `${request.method} ${(request.url ?? '').replace(/\?.*$/, '')} → ${outcome} (${took} ms)`;
      options.log(redact(world === undefined ? line : `${line} · ${verdictOf(world)}`));
    };
    if (atOnce >= mostRequests) {
      refuse(response, 503, `${mostRequests} requests are being answered already: try again.`);
      say('503, too many at once');
      return;
    }
    atOnce += 1;
    answer(options, request, response, say)
      .catch((error: unknown) => {
        say(`the simulator failed: ${String(error)}`);
        refuse(response, 500, 'The simulator failed: see its output.');
      })
      .finally(() => {
        atOnce -= 1;
      });
  };
}

type Say = (outcome: string, world?: PlayedWorld) => void;

async function answer(
  options: HandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  say: Say,
): Promise<void> {
  const { method = 'GET', url = '/' } = request;
  const { prefix, rest } = takePrefix(url);
  const path = rest.replace(/\?.*$/, '');
  const origin = request.headers.origin;
  const isControl = path.startsWith(controlPath);
  if (isControl && !mayControl(origin)) {
    refuse(response, 403, 'Only pages of this machine may look at the simulator or change it.');
    say('403, a page of another machine');
    return;
  }
  if (method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined) {
    preflight(options, request, response, { prefix, path, say });
    return;
  }
  const body = await readBody(request);
  if (body === 'gone') {
    say('the client went away');
    return;
  }
  if (body === 'too-large') {
    refuse(response, 413, `The body is larger than ${largestBody / 1_000_000} MB.`);
    request.resume();
    say('413, body too large');
    return;
  }
  if (isControl) {
    const state = {
      current: () => named(options, options.current()).scenario,
      choose: options.choose,
      certificate: options.certificate,
    };
    sendControl(response, control({ method, path, body: body.text }, state), origin);
    say(`${response.statusCode}`);
    return;
  }
  const name = prefix ?? headerOf(request, 'x-simulator-scenario');
  const world =
    name === undefined
      ? (options.worlds.ofToken(bearerOf(request)) ?? named(options, options.current()))
      : options.worlds.find(name);
  if (world === undefined) {
    refuse(response, 404, unknownScenario(name ?? ''));
    say(`404, ${unknownScenario(name ?? '')}`);
    return;
  }
  const reply = await world.handle({
    method,
    url: serviceOrigin + rest,
    headers: flatHeaders(request),
    body: body.text,
  });
  const cors = path === sessionPath ? sessionCors(origin) : {};
  say(await sendReply(response, reply, cors, world.signal), world);
}

function preflight(
  { worlds, current }: HandlerOptions,
  request: IncomingMessage,
  response: ServerResponse,
  { prefix, path, say }: { readonly prefix: string | undefined; readonly path: string; readonly say: Say },
): void {
  const asked = request.headers['access-control-request-method'] ?? '';
  // It carries neither token nor header of ours: only the path and the scenario in use can tell.
  const world = worlds.find(prefix ?? current());
  if (world?.refusesPreflight(asked, path)) {
    refuse(response, 405, 'Method Not Allowed');
    say('405, preflight refused', world);
    return;
  }
  response.writeHead(204, preflightHeaders(request.headers, path)).end();
}

function named({ worlds }: HandlerOptions, name: string): PlayedWorld {
  const world = worlds.find(name);
  if (world === undefined) throw new Error(unknownScenario(name));
  return world;
}

/** `/s/ID/v1/…` is `/v1/…` of the world ID. */
function takePrefix(url: string): { readonly prefix: string | undefined; readonly rest: string } {
  const found = /^\/s\/([^/?]+)(\/.*)?$/.exec(url.startsWith('/') ? url : `/${url}`);
  if (found === null) return { prefix: undefined, rest: url.startsWith('/') ? url : '/' };
  return { prefix: decoded(found[1] ?? ''), rest: found[2] ?? '/' };
}

/** As it stands where it is no percent-encoding: then no scenario has that name. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function bearerOf(request: IncomingMessage): string {
  return /^Bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1]?.trim() ?? '';
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function flatHeaders({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function refuse(response: ServerResponse, status: number, text: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  response
    .writeHead(status, reasonPhrase(status), {
      'content-type': 'text/plain; charset=utf-8',
      connection: 'close',
    })
    .end(`${text}\n`);
}

function sendControl(
  response: ServerResponse,
  reply: ControlReply | { readonly text: string },
  origin: string | undefined,
): void {
  const cors = origin === undefined ? {} : { 'access-control-allow-origin': origin, vary: 'Origin' };
  if ('text' in reply) {
    response.writeHead(200, { 'content-type': 'application/x-pem-file', ...cors }).end(reply.text);
    return;
  }
  response
    .writeHead(reply.status, { 'content-type': 'application/json', ...cors })
    .end(`${JSON.stringify(reply.body)}\n`);
}

function verdictOf({ name, scenario: { expect } }: PlayedWorld): string {
  if (expect.outcome === 'connected') return `${name} should connect`;
  return `${name} should lead to ${expect.code} (${expect.variant}) at the step ${expect.step}`;
}
