import { expect, test } from '../fixtures.ts';

for (const path of ['', 'simulated/']) {
  test(`the policy comes first in the head of /${path} and nothing in the page is inline`, async ({
    request,
  }) => {
    const html = await (await request.get(`./${path}`)).text();
    expect(html).toMatch(/<head>\s*<meta http-equiv="Content-Security-Policy" content="default-src /);
    expect(html).not.toMatch(/'unsafe-|&#39;unsafe-/);
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/);
    expect(html.match(/<script\b/g)).toHaveLength(1);
    expect(html.match(/<script [^>]*src="\.\.?\/assets\//g)).toHaveLength(1);
  });
}

test('markup and scripts from text are refused', async ({ app, page }) => {
  await app.open();
  const refusals = await page.evaluate(() => {
    const attempt = (act: () => void) => {
      try {
        act();
        return 'done';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return [
      attempt(() => {
        document.createElement('div').innerHTML = '<b>x</b>';
      }),
      attempt(() => {
        document.createElement('script').src = 'https://elsewhere.example/x.js';
      }),
      attempt(() => {
        void new Worker('https://elsewhere.example/worker.js');
      }),
    ];
  });
  expect(refusals).toEqual(['TypeError', 'TypeError', 'TypeError']);
});

test('a live page cannot be framed by another origin', async ({ request }) => {
  const reply = await request.get('./');
  expect(reply.headers()['content-security-policy']).toBe("frame-ancestors 'self'");
});
