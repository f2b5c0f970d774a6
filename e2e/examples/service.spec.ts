import { simulatorScenarios } from 'webrtc-session-debugger/simulator';
import { expect, test } from './sessionPage.ts';

// What a backend asks of the service, as requests of their own: no browser is started for them.
const asked = simulatorScenarios.filter(
  ({ route, expect: { step } }) => route === 'rest' && (step === 'token' || step === 'ice-config'),
);

for (const { id, expect: end } of asked) {
  // Nothing is sent.
  if (end.code === 'settings.refused') continue;

  test.describe(id, () => {
    test.use({ scenario: id });

    test('the backend gets what the scenario says', async ({ simulated }) => {
      const { expected, baseUrl, apiKey } = simulated;
      const secrets = `${baseUrl}/v1/realtime/client-secrets?email=dev%40example.com`;
      const first = await ask(secrets, { method: 'POST', headers: { authorization: `Bearer ${apiKey}` } });
      if (expected.step === 'token') {
        expect(first.status).toBe(expected.httpStatus);
        return;
      }
      expect(first.status).toBe(200);
      const token = /"ephemeral_token":"([^"]+)"/.exec(first.text)?.[1];
      const second = await ask(`${baseUrl}/v1/realtime/ice-config`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(second.status).toBe(expected.httpStatus);
    });
  });
}

/** Without a status, nothing usable came within the time. */
async function ask(url: string, init: RequestInit): Promise<{ status?: number; text: string }> {
  try {
    const reply = await fetch(url, { ...init, signal: AbortSignal.timeout(1000) });
    return { status: reply.status, text: await reply.text() };
  } catch {
    return { text: '' };
  }
}
