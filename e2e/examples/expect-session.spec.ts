import { expectSession } from 'webrtc-session-debugger/playwright';
import { expect, test } from './sessionPage.ts';

test('a session that starts is expected to, without a word in the page', async ({
  page,
  appUrl,
  simulated,
}) => {
  const session = await expectSession(page, { sessionEndpoint: simulated.sessionEndpoint });
  await page.goto(`${appUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}`);
  await page.getByRole('button', { name: 'Start' }).click();
  const { log } = await session.toConnect();
  expect(log.some(({ kind }) => kind === 'track')).toBe(true);
});

test.describe('a call that is refused', () => {
  test.use({ scenario: 'call.invalid_ephemeral_token.expired' });

  test('ends the expectation with the verdict, and the report has the recording', async ({
    page,
    appUrl,
    simulated,
  }, info) => {
    const session = await expectSession(page, { sessionEndpoint: simulated.sessionEndpoint });
    await page.goto(`${appUrl}?session=${encodeURIComponent(simulated.sessionEndpoint)}`);
    await page.getByRole('button', { name: 'Start' }).click();
    await expect(session.toConnect()).rejects.toThrow(/failed at call: .*\(invalid_ephemeral_token/);
    expect(info.attachments.map(({ name }) => name)).toEqual(['session-verdict', 'session-recording.json']);
    await session.toFail({ code: 'invalid_ephemeral_token' });
  });
});
