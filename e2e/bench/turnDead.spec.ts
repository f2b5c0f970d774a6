import { createSocket, type Socket } from 'node:dgram';
import { expect, test } from '../fixtures.ts';
import { record } from './table.ts';

let silent: Socket;
let port = 0;

test.beforeAll(async () => {
  silent = createSocket('udp4');
  await new Promise<void>((resolve) => {
    silent.bind(0, '127.0.0.1', resolve);
  });
  port = silent.address().port;
});
test.afterAll(() => {
  silent.close();
});

test('a TURN server that takes every packet and answers none', async ({ app, page }) => {
  await app.open('?scenario=healthy');
  const run = page.evaluate((dead) => {
    const url = `turn:127.0.0.1:${dead}?transport=udp`;
    return window.sessionDebugger.run({
      scenario: 'healthy',
      route: 'rest',
      settings: { iceTransportPolicy: 'relay' },
      overrides: {
        'ice-config': {
          status: 200,
          body: { iceServers: [{ urls: [url], username: 'user', credential: 'password' }] },
        },
      },
    });
  }, port);
  const watching = await page.evaluate(() =>
    window.sessionDebugger.waitFor({ kind: 'watch', timeout: 20_000 }),
  );
  const watch = watching.log.find((entry) => entry.kind === 'watch');
  const offered = watching.log.find((entry) => entry.kind === 'description' && entry.side === 'local');
  const foreseen = watch?.kind === 'watch' ? watch : undefined;
  record({
    name: 'TURN is not answering',
    value: (watch?.at ?? Number.NaN) - (offered?.at ?? Number.NaN),
    unit: 'ms',
    target: 3000,
    details: { watch: foreseen?.watch ?? 'none', foresees: foreseen?.foresees ?? 'nothing' },
  });

  await page.evaluate(() => window.sessionDebugger.stop());
  expect((await run).outcome).toBe('stopped');
});
