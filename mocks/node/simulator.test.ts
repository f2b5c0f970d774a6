import { get } from 'node:https';
import { connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Simulator, startSimulator } from './simulator.ts';

let simulator: Simulator;
let lines: string[] = [];
beforeEach(async () => {
  lines = [];
  simulator = await startSimulator({ log: (line) => lines.push(line) });
});
afterEach(() => simulator.close());

const key = { authorization: 'Bearer sk_orga_ai_mine' };

function secrets(prefix = '', headers: Record<string, string> = key): Promise<Response> {
  return fetch(`${simulator.url}${prefix}/v1/realtime/client-secrets`, { method: 'POST', headers });
}

async function tokenFrom(reply: Response): Promise<string> {
  const { ephemeral_token: token } = (await reply.json()) as { ephemeral_token: string };
  return token;
}

function put(id: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${simulator.url}/__simulator/scenario`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ id }),
  });
}

test('hands out a token, then ICE servers for it', async () => {
  const token = await tokenFrom(await secrets());
  const reply = await fetch(`${simulator.url}/v1/realtime/ice-config`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.status).toBe(200);
  expect(Object.keys((await reply.json()) as object)).toEqual(['iceServers']);
});

test('is a session endpoint as well', async () => {
  const reply = await fetch(simulator.sessionEndpoint);
  expect(Object.keys((await reply.json()) as object)).toEqual(['ephemeralToken', 'iceServers']);
});

test('lists its scenarios as the page does, and those that only a server can play', async () => {
  const rows = (await (await fetch(`${simulator.url}/__simulator/scenarios`)).json()) as { id: string }[];
  expect(rows).toContainEqual({ id: 'healthy', title: 'Everything works' });
  expect(rows).toContainEqual({
    id: 'call.network.unreachable.reset',
    title: 'Network · Call: connection reset',
    code: 'network.unreachable',
    variant: 'no-response',
    step: 'call',
  });
  expect(rows.length).toBeGreaterThan(100);
});

test('the scenario is switched while it runs', async () => {
  expect((await put('token.OrgaAIServerError.503')).status).toBe(200);
  expect((await secrets()).status).toBe(503);
  expect((await put('healthy')).status).toBe(200);
  expect((await secrets()).status).toBe(200);
});

test('switching begins the scenario anew', async () => {
  simulator.use('healthy.retried');
  expect((await secrets()).status).toBe(503);
  simulator.use('healthy.retried');
  const replies = [await secrets(), await secrets(), await secrets()];
  expect(replies.map(({ status }) => status)).toEqual([503, 503, 200]);
});

test.each([
  ['{', 400, 'The body must be JSON'],
  ['{"id":5}', 400, 'The body must be JSON'],
  ['{"id":"healthy.slo"}', 404, 'Perhaps healthy or healthy.backend'],
])('%s is no scenario to switch to', async (body, status, text) => {
  const reply = await fetch(`${simulator.url}/__simulator/scenario`, { method: 'PUT', body });
  expect(reply.status).toBe(status);
  expect(await reply.text()).toContain(text);
});

test('a header chooses the scenario for one request', async () => {
  const reply = await secrets('', { ...key, 'x-simulator-scenario': 'token.OrgaAIServerError.503' });
  expect(reply.status).toBe(503);
  expect((await secrets()).status).toBe(200);
});

test('a path prefix chooses the scenario, and the token carries it on', async () => {
  const token = await tokenFrom(await secrets('/s/ice-config.OrgaAIServerError.502'));
  const reply = await fetch(`${simulator.url}/v1/realtime/ice-config`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(reply.status).toBe(502);
});

test('a name of its own makes a world of its own', async () => {
  const statuses = [];
  for (const name of ['a', 'b', 'a', 'b', 'a'])
    statuses.push((await secrets(`/s/healthy.retried~${name}`)).status);
  expect(statuses).toEqual([503, 503, 503, 503, 200]);
});

test('a scenario apart is met by one client only, until it is ended', async () => {
  simulator.use('healthy.retried');
  const own = simulator.apart('test one');
  expect(own.url).toBe(`${simulator.url}/s/healthy.retried~test%20one`);
  const prefix = '/s/healthy.retried~test%20one';
  const statuses = [];
  for (const place of ['', prefix, '', prefix, prefix]) statuses.push((await secrets(place)).status);
  expect(statuses).toEqual([503, 503, 503, 503, 200]);
  own.end();
  expect((await secrets(prefix)).status).toBe(503);
  expect((await secrets()).status).toBe(200);
  expect(() => simulator.apart('a', 'helthy')).toThrow('No scenario is named "helthy".');
});

test('an unknown scenario is named, with what may have been meant', async () => {
  const reply = await secrets('/s/token.OrgaAIServerError.599');
  expect(reply.status).toBe(404);
  expect(await reply.text()).toMatch(
    /^No scenario is named "token.OrgaAIServerError.599"\. Perhaps token\.OrgaAIServerError\./,
  );
});

test('each request is logged with its verdict and without its secrets', async () => {
  const token = await tokenFrom(await secrets('/s/call.missing.offer'));
  await fetch(`${simulator.url}/v1/realtime/calls?key=${token}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: '{}',
  });
  await fetch(`${simulator.url}/v1/${token}/sk_orga_ai_0123456789abcdef`);
  expect(lines[1]).toMatch(
    /^POST \/v1\/realtime\/calls → 422 \(\d+ ms\) · call.missing.offer should lead to missing \(offer\) at the step call$/,
  );
  expect(lines.join('\n')).not.toContain(token);
  expect(lines.join('\n')).not.toContain('0123456789abcdef');
});

test('a page of another origin may call the service', async () => {
  const asked = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
  const headers = { ...asked, 'access-control-request-headers': 'authorization,content-type' };
  const reply = await fetch(`${simulator.url}/v1/realtime/calls`, { method: 'OPTIONS', headers });
  expect(reply.status).toBe(204);
  expect(reply.headers.get('access-control-allow-origin')).toBe('*');
  expect(reply.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
});

test('a page of another machine may not switch the scenario', async () => {
  expect((await put('healthy.slow', { origin: 'https://app.example' })).status).toBe(403);
  const own = await put('healthy.slow', { origin: 'http://localhost:3000' });
  expect(own.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
});

test('a page of this machine may switch the scenario after asking first, one of another may not ask', async () => {
  const ask = (origin: string) =>
    fetch(`${simulator.url}/__simulator/scenario`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type',
      },
    });
  const own = await ask('http://127.0.0.1:4173');
  expect(own.status).toBe(204);
  expect(own.headers.get('access-control-allow-origin')).toBe('http://127.0.0.1:4173');
  expect(own.headers.get('access-control-allow-methods')).toContain('PUT');
  expect(own.headers.get('access-control-allow-headers')).toBe('content-type');
  const other = await ask('https://app.example');
  expect(other.status).toBe(403);
  expect(other.headers.has('access-control-allow-origin')).toBe(false);
});

test('a preflight is refused where that is the scenario', async () => {
  simulator.use('call.network.cors.preflight');
  const headers = { origin: 'https://app.example', 'access-control-request-method': 'POST' };
  const reply = await fetch(`${simulator.url}/v1/realtime/calls`, { method: 'OPTIONS', headers });
  expect(reply.status).toBe(405);
  expect(reply.headers.has('access-control-allow-origin')).toBe(false);
  const other = await fetch(`${simulator.url}/v1/realtime/ice-config`, { method: 'OPTIONS', headers });
  expect(other.status).toBe(204);
});

test.each(['token.network.unreachable.reset', 'token.network.unreachable.no-response'])(
  '%s leaves the client without a response',
  async (id) => {
    await expect(secrets(`/s/${id}`)).rejects.toThrow('fetch failed');
  },
);

test('a reset after the headers leaves the client with half a body', async () => {
  simulator.use('call.reply.unusable.reset');
  const token = await tokenFrom(await secrets());
  const reply = await fetch(`${simulator.url}/v1/realtime/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ offer: { type: 'offer', sdp: 'no' }, params: {} }),
  });
  await expect(reply.text()).rejects.toThrow('terminated');
});

test('a reason phrase can be empty', async () => {
  const reply = await secrets('/s/token.OrgaAIServerError.500.no-reason');
  expect([reply.status, reply.statusText]).toEqual([500, '']);
});

test('a body that stalls begins, and does not end', async () => {
  const reply = await secrets('/s/token.timeout_error.stalled-body');
  const first = await reply.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toBe('{');
});

test('a body that trickles comes in many pieces', async () => {
  const token = await tokenFrom(await secrets('/s/healthy.trickle'));
  const reply = await fetch(`${simulator.url}/v1/realtime/calls`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ offer: { type: 'offer', sdp: 'no' }, params: {} }),
  });
  expect(reply.headers.get('transfer-encoding')).toBe('chunked');
  expect(await reply.text()).toContain('unusable');
});

test('a body that is too large is refused, and the server stays up', async () => {
  const reply = await fetch(`${simulator.url}/v1/realtime/calls`, {
    method: 'POST',
    body: 'x'.repeat(1_000_001),
  });
  expect(reply.status).toBe(413);
  expect(await reply.text()).toBe('The body is larger than 1 MB.\n');
  expect((await secrets()).status).toBe(200);
});

test('a client that would send 100 MB is cut off after a few of them', async () => {
  const sent = await new Promise<number>((resolve) => {
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1');
    socket.write('POST /v1/realtime/calls HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: 100000000\r\n\r\n');
    const megabyte = Buffer.alloc(1_000_000, 'x');
    let written = 0;
    const more = () => {
      if (written < 100 && !socket.destroyed) socket.write(megabyte, more);
      written += 1;
    };
    socket.once('error', () => {});
    socket.once('close', () => resolve(written));
    socket.resume();
    more();
  });
  expect(sent).toBeLessThan(50);
  expect((await secrets()).status).toBe(200);
});

test('what is no HTTP is refused, and the server stays up', async () => {
  const answer = await new Promise<string>((resolve) => {
    const socket = connect(Number(new URL(simulator.url).port), '127.0.0.1', () =>
      socket.write('nonsense\r\n\r\n'),
    );
    socket.on('data', (data) => resolve(data.toString()));
  });
  expect(answer).toMatch(/^HTTP\/1.1 400 Bad Request/);
  expect((await secrets()).status).toBe(200);
});

test('the same is served over TLS, with its own certificate as the authority', async () => {
  const status = await new Promise((resolve, reject) => {
    const options = { ca: simulator.certificate, servername: 'api.orga-ai.com' };
    get(`${simulator.tlsUrl}/__simulator/scenario`, options, (reply) => {
      reply.resume();
      resolve(reply.statusCode);
    }).on('error', reject);
  });
  expect(status).toBe(200);
});

test('a port that is taken is refused by name', async () => {
  const { port } = new URL(simulator.url);
  await expect(startSimulator({ port: Number(port) })).rejects.toThrow(
    `Port ${port} is taken: name another with --port, or --port 0 for any.`,
  );
});

test('a login page is where the redirect leads', async () => {
  simulator.use('token.backend.login-required.redirected.backend');
  const reply = await fetch(simulator.sessionEndpoint);
  expect(reply.url).toBe(`${simulator.url}/login`);
  expect(await reply.text()).toContain('Sign in');
});
