import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import type { LogEntry } from '../../core/session/log.ts';
import type { Outcome } from '../../core/session/summary.ts';
import { ofKind } from '../inspector/inspected.ts';

interface TestFacts {
  readonly name: string;
  readonly link: string;
  /** a live page never runs by itself */
  readonly runsByItself: boolean;
  readonly outcome: Outcome;
  readonly verdict: Diagnosis | undefined;
}

/** A Playwright test that opens the link and expects this outcome and verdict again. */
export function playwrightTest({ name, link, runsByItself, outcome, verdict }: TestFacts): string {
  const expected =
    verdict === undefined
      ? ''
      : `\n  expect(report.diagnosis).toMatchObject({ code: ${literal(verdict.code)}, variant: ${literal(verdict.variant)} });`;
  const run = runsByItself ? '' : `\n  await page.getByRole('button', { name: 'Run', exact: true }).click();`;
  return `import { expect, test } from '@playwright/test';

test(${literal(name)}, async ({ page }) => {
  await page.goto(${literal(link)});${run}
  const report = await page.evaluate(() => window.sessionDebugger.waitFor({ outcome: ${literal(outcome)} }));
  expect(report.outcome).toBe(${literal(outcome)});${expected}
});
`;
}

/** An MSW handler that answers the failed request as it was answered here; undefined where no request failed. */
export function mswHandler(log: readonly LogEntry[]): string | undefined {
  const error = ofKind(log, 'rest-error').at(-1);
  if (error === undefined) return undefined;
  const response = ofKind(log, 'response').findLast((entry) => entry.id === error.response);
  const { method, url } = error.request;
  const imports = error.failure.reason === 'timeout' ? 'delay, http, HttpResponse' : 'http, HttpResponse';
  return `import { ${imports} } from 'msw';

export const handler = http.${method.toLowerCase()}(${literal(url.split('?')[0] ?? url)}, async () => {
${answer(error.failure.reason, response?.status, response?.headers['content-type'], response?.body)}
});
`;
}

function answer(reason: string, status = 500, type = 'application/json', body = ''): string {
  if (reason === 'timeout') return `  await delay('infinite');\n  return HttpResponse.json({});`;
  if (reason === 'unreachable') return '  return HttpResponse.error();';
  return `  return new HttpResponse(${literal(body)}, {\n    status: ${status},\n    headers: { 'content-type': ${literal(type)} },\n  });`;
}

/** A string literal in single quotes. */
function literal(text: string): string {
  return `'${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
