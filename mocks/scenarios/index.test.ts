import { expect, test } from 'vitest';
import { catalogue } from '../../src/core/catalogue/index.ts';
import { findScenario, scenarios, withoutScenario } from './index.ts';

/** The specification's rows with their surfaces and statuses, as the issue spells them; typed by hand. */
const table: Record<string, Record<string, readonly (number | 'none')[]>> = {
  invalid_request_error: {
    token: [400, 401],
    'ice-config': [400, 401, 403],
    call: [400, 401, 403],
  },
  not_found_error: { token: [404], 'ice-config': [404], call: [404] },
  missing: { token: [422], call: [422] },
  invalid_ephemeral_token: { 'ice-config': [401], call: [401] },
  OrgaAIAuthenticationError: { 'token.backend': [401, 403] },
  OrgaAIServerError: {
    token: [500, 502, 503, 504, 524],
    'ice-config': [500, 502, 503, 504, 524],
    call: [500, 502, 503, 504, 524],
    'token.backend': [500, 502, 503, 504, 524],
  },
  timeout_error: { token: ['none'], 'ice-config': ['none'], call: ['none'], 'token.backend': [500] },
};

const cells = Object.entries(table).flatMap(([code, surfaces]) =>
  Object.entries(surfaces).flatMap(([surface, statuses]) =>
    statuses.map((status) => ({ code, surface, status })),
  ),
);

test.each(cells)('$code at $surface with $status has a scenario', ({ code, surface, status }) => {
  const [step, backend] = surface.split('.');
  const found = scenarios.filter(
    ({ expect: end, route, id }) =>
      end.code === code &&
      end.step === step &&
      (end.httpStatus ?? 'none') === status &&
      (backend === undefined ? route !== 'backend' : route === 'backend' && id.endsWith('.backend')),
  );
  expect(found).not.toEqual([]);
});

/** The stories of the issue that share a cell with others. */
const variants: Record<string, readonly string[]> = {
  invalid_request_error: [
    'malformed',
    'wrong-key',
    'api-key',
    'no-authorization',
    'offer',
    'not-a-token',
    'param',
  ],
  not_found_error: ['user', 'base-path', 'legacy-path'],
  missing: ['email', 'offer', 'params', 'body'],
  invalid_ephemeral_token: ['expired', 'used', 'expired-between', 'unexplained', 'identifier'],
  OrgaAIAuthenticationError: ['401', '403', 'no-key'],
  OrgaAIServerError: ['500', '502', '503', '504', 'network-timeout'],
  timeout_error: ['no-response', 'stalled-body', 'aborted'],
  'service.rate-limited': ['retry-after', 'no-retry-after'],
  'network.unreachable': ['no-response', 'fetch-failed'],
  'reply.unusable': ['html', 'empty', 'truncated', 'not-json', 'error-with-200'],
  'reply.incomplete': [
    'token-absent',
    'answer-absent',
    'conversation-id-absent',
    'ice-servers-shape',
    'snake-case',
  ],
  'status.unlisted': ['408', '413'],
};

test.each(Object.entries(variants))('%s has a scenario for each of its stories', (code, names) => {
  const told = scenarios.filter(({ expect: end }) => end.code === code).map(({ expect: end }) => end.variant);
  expect(names.filter((name) => !told.some((variant) => variant === name))).toEqual([]);
});

test('an upstream that is down is told with an envelope, HTML, an empty body and without CORS headers', () => {
  const bodies = scenarios
    .flatMap(({ world }) => Object.values(world.faults ?? {}).flat())
    .flatMap((fault) => (fault?.kind === 'reply' && fault.reply.status >= 500 ? [fault.reply] : []));
  expect(bodies.some(({ body }) => typeof body === 'object')).toBe(true);
  expect(bodies.some(({ body }) => typeof body === 'string' && body.startsWith('<'))).toBe(true);
  expect(bodies.some(({ body }) => body === undefined)).toBe(true);
  expect(bodies.some(({ withoutCors }) => withoutCors)).toBe(true);
});

test('ids follow the grammar', () => {
  const odd = scenarios.filter(({ id }) => !/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/.test(id));
  expect(odd).toEqual([]);
});

test('an id that ends with the backend route has that route', () => {
  expect(scenarios.filter(({ id, route }) => id.endsWith('.backend') && route !== 'backend')).toEqual([]);
});

test('an id says its variant, but for the reply that the browser hides', () => {
  const odd = scenarios.filter(({ id, expect: end }) => {
    const { code, variant } = 'advice' in end ? end.advice : end;
    if (code === undefined) return !id.startsWith('healthy');
    const name = id.replace(/\.backend$/, '');
    return end.step === undefined
      ? name.slice(name.indexOf('.') + 1) !== `${code}.${variant}`
      : name !== `${end.step}.${code}.${variant}`;
  });
  expect(odd.map(({ id }) => id)).toEqual(['call.network.unreachable.without-cors']);
});

test('a code is either provoked by a scenario, or it is said why it cannot be', () => {
  const provoked = scenarios.flatMap(({ expect: end }) =>
    'advice' in end ? end.advice.code : (end.code ?? []),
  );
  expect(Object.keys(withoutScenario).filter((code) => provoked.some((each) => each === code))).toEqual([]);
  expect(new Set([...provoked, ...Object.keys(withoutScenario)])).toEqual(
    new Set(catalogue.map(({ code }) => code)),
  );
});

test('ids and titles are unique, stories are one line', () => {
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  expect(new Set(scenarios.map(({ title }) => title)).size).toBe(scenarios.length);
  expect(scenarios.filter(({ story }) => !/^[A-Z“].{20,110}\.$/.test(story)).map(({ id }) => id)).toEqual([]);
});

test('the title begins with the status where there is one', () => {
  const wrong = scenarios.filter(
    ({ title, expect: end }) => end.httpStatus !== undefined && !title.startsWith(`${end.httpStatus} · `),
  );
  expect(wrong.map(({ id }) => id)).toEqual([]);
});

test('short limits leave a slow machine time', () => {
  const limits = scenarios.flatMap((scenario) => Object.values(scenario.limits ?? {}));
  expect(Math.min(...limits)).toBeGreaterThanOrEqual(400);
});

test('a scenario is found by its id, and only by that', () => {
  expect(findScenario('healthy')?.title).toBe('Everything works');
  expect(findScenario('healthy.')).toBe(undefined);
});
