import { createServer, type Server } from 'node:net';
import { expect, test } from '../fixtures.ts';
import { connectionFailureOf, expectVerdict, runWithServers } from './realParts.ts';
import { account } from './turnServer.ts';

let server: Server;

// Speaks no TLS, and says so as a web server would.
test.beforeAll(async () => {
  server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

test.afterAll(() => {
  server.close();
});

test('a TURN server over TLS that speaks no TLS has a verdict', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const urls = [`turns:127.0.0.1:${port}?transport=tcp`];
  const report = await runWithServers(page, [{ urls, ...account }], { limits: { connection: 3000 } });
  expectVerdict(report, 'turns.tls', 'failed');
  expect(connectionFailureOf(report)).toMatchObject({ reason: 'timeout', waitingFor: 'ice' });
  const error = report.log.find((entry) => entry.kind === 'candidate-error');
  expect(error?.kind === 'candidate-error' && error.errorCode).toBe(701);
});
