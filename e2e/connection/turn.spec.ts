import { expect, test } from '../fixtures.ts';
import { adviceOf, connectionFailureOf, expectVerdict, runWithServers } from './realParts.ts';
import {
  account,
  coturn,
  restCredentials,
  startTurnServer,
  type TurnServer,
  withoutCoturn,
} from './turnServer.ts';

test.describe.configure({ mode: 'serial' });
test.skip(coturn === undefined, withoutCoturn);
// A page that may listen shows its addresses, and a relay reaches no .local name.
test.use({ permissions: ['microphone'] });

const servers: Partial<Record<'accounts' | 'secret' | 'quota', TurnServer>> = {};

test.beforeAll(async () => {
  if (coturn === undefined) return;
  servers.accounts = await startTurnServer(coturn, 'accounts');
  servers.secret = await startTurnServer(coturn, 'secret');
  servers.quota = await startTurnServer(coturn, 'accounts', ['--user-quota=1']);
});

test.afterAll(async () => {
  await Promise.all(Object.values(servers).map((server) => server.stop()));
});

const limits = { connection: 3000 };

function at(which: keyof typeof servers, transport = 'udp'): string[] {
  return [`turn:127.0.0.1:${servers[which]?.port}?transport=${transport}`];
}

test.beforeEach(({ app }) => app.open('?scenario=healthy'));

for (const transport of ['udp', 'tcp']) {
  test(`a session connects through a relay alone, over ${transport}`, async ({ page }) => {
    const urls = at('accounts', transport);
    const report = await runWithServers(page, [{ urls, ...account }]);
    expect(report.outcome).toBe('connected');
    expect(report.diagnosis).toBe(undefined);
    const relayed = report.log.filter((entry) => entry.kind === 'candidate' && entry.side === 'local');
    expect(relayed.length).toBeGreaterThan(0);
    for (const entry of relayed) expect(entry.summary).toContain('relay');
  });
}

test('a wrong password is refused by the TURN server', async ({ page }) => {
  const server = { urls: at('accounts'), username: account.username, credential: 'wrong' };
  const report = await runWithServers(page, [server], { limits });
  expectVerdict(report, 'turn.auth', 'refused');
  expect(connectionFailureOf(report)).toMatchObject({ reason: 'timeout', waitingFor: 'ice' });
  const error = report.log.find((entry) => entry.kind === 'candidate-error');
  expect(error?.kind === 'candidate-error' && error.errorCode).toBe(401);
  expect(report.diagnosis?.evidence).toContain(error?.id);
});

test('a REST credential connects while it is valid', async ({ page }) => {
  const report = await runWithServers(page, [{ urls: at('secret'), ...restCredentials(600) }]);
  expect(report.outcome).toBe('connected');
});

test('an expired REST credential is told from a wrong one', async ({ page }) => {
  const report = await runWithServers(page, [{ urls: at('secret'), ...restCredentials(-600) }], { limits });
  expectVerdict(report, 'turn.auth', 'expired');
});

test('a TURN server whose quota is reached refuses the allocation', async ({ page }) => {
  const server = { urls: at('quota'), ...account };
  // The page's own first allocation uses the quota up.
  await page.evaluate(async (iceServer) => {
    const connection = new RTCPeerConnection({
      iceServers: [{ ...iceServer, urls: [...iceServer.urls] }],
      iceTransportPolicy: 'relay',
    });
    connection.createDataChannel('first');
    const allocated = new Promise((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => candidate && resolve(candidate));
    });
    await connection.setLocalDescription();
    await allocated;
    Object.assign(window, { first: connection });
  }, server);
  const report = await runWithServers(page, [server], { limits });
  expectVerdict(report, 'turn.quota', 'reached');
  const error = report.log.find((entry) => entry.kind === 'candidate-error');
  expect(error?.kind === 'candidate-error' && error.errorCode).toBe(486);
});

test('one server that fails beside one that works is a warning, not a verdict', async ({ page }) => {
  const servers701 = [
    { urls: ['turn:127.0.0.1:20998?transport=tcp'], ...account },
    { urls: at('accounts'), ...account },
  ];
  const report = await runWithServers(page, servers701);
  expect(report.outcome).toBe('connected');
  expect(report.diagnosis).toBe(undefined);
  expect(adviceOf(report)).toContain('ice.benign701.one-family');
});

test('through a relay alone a host name is never looked up', async ({ page }) => {
  const report = await runWithServers(page, [{ urls: at('accounts'), ...account }], {
    scenario: 'connection.ice.hostname.unresolved',
    limits,
  });
  expectVerdict(report, 'ice.hostname', 'relay');
});
