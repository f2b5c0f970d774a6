import { expect, test } from '../fixtures.ts';

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const signature = 'c2lnbmF0dXJlLW9mLWEtdG9rZW4';
const expired = `${base64({ alg: 'HS256', typ: 'JWT' })}.${base64({ iat: 1_700_000_000, exp: 1_700_000_900 })}.${signature}`;
const noUfrag = [
  'v=0',
  'o=- 1 2 IN IP4 127.0.0.1',
  's=-',
  't=0 0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'c=IN IP4 0.0.0.0',
  'a=mid:0',
  `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => 'AB').join(':')}`,
  'a=setup:active',
  'a=rtcp-mux',
  'a=rtpmap:111 opus/48000/2',
  '',
].join('\r\n');

test('a text is explained: what it points to, what would tell more, and nothing of it stays', async ({
  app,
  page,
}) => {
  await app.open();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Command' }).fill('explain a text');
  await page.keyboard.press('Enter');
  const field = page.getByRole('textbox', { name: /^Paste an error message/ });
  await expect(field).toBeFocused();
  const part = page.locator('[data-part="explain"]');
  const findings = part.getByRole('list', { name: 'What it points to' });
  const explain = (text: string) => field.fill(text).then(() => field.press('Control+Enter'));

  await explain('Error: Failed to fetch session config: 404 Not Found\n    at startSession (app.js:1:2)');
  await expect(findings.getByRole('heading', { level: 4 })).toHaveText([/./]);
  await expect(findings.getByRole('listitem')).toHaveAttribute('data-code', 'backend.route-missing');
  await expect(findings.getByRole('link')).toHaveAttribute('href', '?docs=backend.route-missing');
  await expect(part).toContainText('The log of your backend at that moment.');

  await explain(noUfrag);
  await expect(findings.locator('[data-code="sdp.no-ufrag"] h4')).toHaveText(/ice-ufrag/);

  await explain(`Bearer ${expired}`);
  await expect(findings.locator('[data-code="invalid_ephemeral_token"] h4')).toHaveText(/expired/i);
  await expect(part).toContainText('It ended 2023-11-14 22:28:20 UTC');
  const kept = await page.evaluate(() =>
    JSON.stringify([document.body.innerHTML, Object.values(localStorage), Object.values(sessionStorage)]),
  );
  expect(kept).not.toContain(signature);

  await findings.getByRole('button', { name: 'Replay' }).first().click();
  await app.settled();
  await expect(app.verdict).toHaveAttribute('data-code', 'invalid_ephemeral_token');
  expect(JSON.stringify(await app.report())).not.toContain(signature);
});

test('a recording that is pasted opens, and can be kept in the list', async ({ app, page }) => {
  await app.open();
  await page.getByRole('button', { name: 'Explain a text' }).click();
  const field = page.getByRole('textbox', { name: /^Paste an error message/ });
  const log = [{ id: 'e1', at: 0, attempt: 1, kind: 'run', state: 'stopped' }];
  const head = { format: 'webrtc-session-recording', version: 1, product: '0.1.0', source: 'debugger' };
  await field.fill(JSON.stringify({ ...head, id: 'pasted1', startedAt: 1, userAgent: 'x', log }));
  await field.press('Control+Enter');
  const bar = page.getByRole('region', { name: 'Recording' });
  await expect(bar).toHaveAttribute('data-recording', 'pasted1');
  await bar.getByRole('button', { name: 'Keep in this browser' }).press('Enter');
  const kept = bar.getByRole('button', { name: 'Kept in this browser' });
  await expect(kept).toBeFocused();
  await page.reload();
  await page.getByRole('button', { name: 'Recordings' }).click();
  await expect(page.getByRole('button', { name: 'Unpin' })).toBeVisible();
});
