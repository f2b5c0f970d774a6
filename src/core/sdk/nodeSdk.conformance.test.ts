import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
// Unmodified and as a black box: what it throws is all that is looked at.
import * as sdk from '@orga-ai/node';
import { afterEach, expect, test } from 'vitest';
import { type NodeSdkCause, type NodeSdkEndpoint, nodeSdkError } from './nodeSdk.ts';
import { reasonPhrase } from './reasonPhrase.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

async function listen(listener: RequestListener): Promise<string> {
  const created = createServer(listener);
  server = created;
  await new Promise<void>((resolve) => created.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(created.address() as AddressInfo).port}`;
}

/** What the real SDK throws, read as nodeSdkError() spells it; `undefined` when it resolves. */
async function thrown(run: () => unknown) {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const chain = chainOf(error);
    const { status, code } = error as { status?: number; code?: string };
    return {
      className: chain[0],
      chain,
      name: error.name,
      ...(status !== undefined && { status }),
      ...(code !== undefined && { code }),
      message: error.message,
    };
  }
}

/** The constructors' names, most derived first. */
function chainOf(error: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(error);
  if (typeof prototype !== 'object' || prototype === null || prototype === Object.prototype) return [];
  return [prototype.constructor.name, ...chainOf(prototype)];
}

function getSessionConfig(baseUrl: string, timeout = 2_000): Promise<unknown> {
  const config = { apiKey: 'sk_orga_ai_test', userEmail: 'dev@example.com', baseUrl, timeout };
  return new sdk.OrgaAI(config).getSessionConfig();
}

/** Good behaviour up to the endpoint, then this. */
function failingAt(at: NodeSdkEndpoint, fail: RequestListener): RequestListener {
  return (request, reply) => {
    if (request.url?.includes(at)) return fail(request, reply);
    reply.setHeader('content-type', 'application/json');
    reply.end('{"ephemeral_token":"a.b.c","iceServers":[]}');
  };
}

const endpoints = ['client-secrets', 'ice-config'] as const;
const statuses = [400, 401, 403, 404, 422, 429, 500, 502, 503, 504];

for (const at of endpoints) {
  test.each(statuses)(`what is thrown for a %i of ${at} is predicted`, async (status) => {
    const statusText = reasonPhrase(status);
    const baseUrl = await listen(
      failingAt(at, (_, reply) => reply.writeHead(status, statusText).end('{"error":{"message":"ignored"}}')),
    );
    const cause: NodeSdkCause = { kind: 'http', status, statusText };
    expect(await thrown(() => getSessionConfig(baseUrl))).toEqual(nodeSdkError(at, cause, 'published'));
  });

  test(`what is thrown for an empty reason phrase of ${at} is predicted`, async () => {
    const baseUrl = await listen(
      failingAt(at, (request) => request.socket.end('HTTP/1.1 500 \r\ncontent-length: 0\r\n\r\n')),
    );
    const cause: NodeSdkCause = { kind: 'http', status: 500, statusText: '' };
    expect(await thrown(() => getSessionConfig(baseUrl))).toEqual(nodeSdkError(at, cause, 'published'));
  });

  test(`what is thrown when ${at} resets the connection is predicted`, async () => {
    const baseUrl = await listen(failingAt(at, (request) => request.socket.destroy()));
    expect(await thrown(() => getSessionConfig(baseUrl))).toEqual(
      nodeSdkError(at, { kind: 'network' }, 'published'),
    );
  });

  test(`what is thrown when ${at} never answers is predicted`, async () => {
    const baseUrl = await listen(failingAt(at, () => undefined));
    expect(await thrown(() => getSessionConfig(baseUrl, 100))).toEqual(
      nodeSdkError(at, { kind: 'timeout' }, 'published'),
    );
  });

  test.each([
    ['<!doctype html>', 'Unexpected token \'<\', "<!doctype html>" is not valid JSON'],
    ['', 'Unexpected end of JSON input'],
    [
      'null',
      `Cannot read properties of null (reading '${at === 'client-secrets' ? 'ephemeral_token' : 'iceServers'}')`,
    ],
  ])(`what is thrown for a 200 of ${at} with %j is predicted`, async (body, text) => {
    const baseUrl = await listen(failingAt(at, (_, reply) => reply.end(body)));
    expect(await thrown(() => getSessionConfig(baseUrl))).toEqual(
      nodeSdkError(at, { kind: 'json', text }, 'published'),
    );
  });
}

test('what is thrown for a refused port is predicted', async () => {
  const baseUrl = await listen(() => undefined);
  await new Promise((resolve) => server?.close(resolve));
  expect(await thrown(() => getSessionConfig(baseUrl))).toEqual(
    nodeSdkError('client-secrets', { kind: 'network' }, 'published'),
  );
});

test.each([
  [{}, 'API key is required'],
  [{ apiKey: 'sk_orga_ai_test' }, 'User email is required'],
  [{ apiKey: 'sk_orga_ai_test', userEmail: 'nobody' }, 'Invalid email format'],
])('what the constructor throws for %j is predicted', async (config, message) => {
  expect(await thrown(() => new sdk.OrgaAI(config as ConstructorParameters<typeof sdk.OrgaAI>[0]))).toEqual(
    nodeSdkError('client-secrets', { kind: 'constructor', message }, 'published'),
  );
});

test('a reply without a token makes it send “Bearer undefined” to ice-config', async () => {
  const seen: (string | undefined)[] = [];
  const baseUrl = await listen((request, reply) => {
    seen.push(request.headers.authorization);
    reply.end('{"iceServers":[]}');
  });
  expect(await getSessionConfig(baseUrl)).toEqual({ ephemeralToken: undefined, iceServers: [] });
  expect(seen).toEqual(['Bearer sk_orga_ai_test', 'Bearer undefined']);
});

test('a body that stalls outlasts its limit', async () => {
  const baseUrl = await listen(failingAt('client-secrets', (_, reply) => reply.writeHead(200).write('{')));
  const first = await Promise.race([
    thrown(() => getSessionConfig(baseUrl, 100)),
    new Promise((resolve) => setTimeout(resolve, 500, 'pending')),
  ]);
  expect(first).toBe('pending');
});

test('the newer version differs by one text', () => {
  const refused: NodeSdkCause = { kind: 'http', status: 401, statusText: 'Unauthorized' };
  expect(nodeSdkError('client-secrets', refused, 'published').message).toBe('Invalid API key or user email');
  expect(nodeSdkError('client-secrets', refused, 'newer').message).toBe('Invalid API key');
  expect(nodeSdkError('ice-config', refused, 'newer')).toEqual(
    nodeSdkError('ice-config', refused, 'published'),
  );
});

// The SDK's peer dependency on "node" would install a second Node, which npm scripts would then run on.
test('scripts run on the Node of PATH, and no package puts another in its place', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(20);
  expect(existsSync(new URL('../../../node_modules/.bin/node', import.meta.url))).toBe(false);
  expect(existsSync(new URL('../../../node_modules/node/bin', import.meta.url))).toBe(false);
});
