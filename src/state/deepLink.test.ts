import { expect, test } from 'vitest';
import { formatDeepLink, parseDeepLink } from './deepLink.ts';

const read = (query: string) => parseDeepLink(new URLSearchParams(query));

test('a scenario, a run and a selection are read', () => {
  expect(read('scenario=call.missing.offer&run=all&select=e12')).toMatchObject({
    scenario: 'call.missing.offer',
    run: 'all',
    select: { kind: 'entry', id: 'e12' },
    problems: [],
  });
  expect(read('run=ice-config&select=call')).toMatchObject({
    run: 'ice-config',
    select: { kind: 'step', step: 'call' },
  });
});

test('each setting is read as its own type', () => {
  const { settings, switches, limits, problems } = read(
    'voice=echo&temperature=0.25&history=0&modalities=audio&tokenLifetime=60&missingAuthorization=401&limit.call=500',
  );
  expect(settings).toEqual({ voice: 'echo', temperature: 0.25, history: false, modalities: ['audio'] });
  expect(switches).toEqual({ tokenLifetime: 60, missingAuthorization: 401 });
  expect(limits).toEqual({ call: 500 });
  expect(problems).toEqual([]);
});

test('each unknown key or value is named and changes nothing', () => {
  const link = read(
    'colour=red&run=tokens&temperature=warm&limit.calls=1&limit.call=0&route=carrier&target=moon',
  );
  expect(link).toMatchObject({ settings: {}, switches: {}, limits: {} });
  expect(link.run).toBeUndefined();
  expect(link.problems).toHaveLength(7);
  expect(link.problems[0]).toBe("The link's parameter “colour” was ignored: there is no such setting.");
  expect(link.problems[5]).toContain('“carrier” is not one of rest, backend');
});

test('a key that is inherited by every object is no setting', () => {
  expect(read('constructor=1&__proto__=1').problems).toHaveLength(2);
});

test('a secret is refused without being repeated', () => {
  const { problems } = read('apiKey=sk_orga_ai_abc');
  expect(problems[0]).toContain('secrets are never read from a URL');
  expect(problems[0]).not.toContain('sk_orga_ai_abc');
});

test('what is written is read back', () => {
  const changes = {
    settings: { modalities: ['audio'], history: false, voice: 'Sofía' },
    limits: { connection: 1500 },
    switches: { paramsRequired: true, latency: 5 },
  } as const;
  const query = formatDeepLink({
    target: 'simulated',
    scenario: 'healthy',
    run: 'offer',
    select: { kind: 'entry', id: 'e3' },
    realtime: true,
    changes,
  });
  expect(read(query.slice(1))).toEqual({
    scenario: 'healthy',
    run: 'offer',
    select: { kind: 'entry', id: 'e3' },
    realtime: true,
    problems: [],
    ...changes,
  });
});

test('defaults leave the address bare', () => {
  const changes = { settings: {}, limits: {}, switches: {} };
  expect(
    formatDeepLink({
      target: 'simulated',
      scenario: undefined,
      run: undefined,
      select: undefined,
      realtime: false,
      changes,
    }),
  ).toBe('');
});

test('the documentation of one failure can be linked to', () => {
  expect(parseDeepLink(new URLSearchParams('docs=turn.auth'))).toMatchObject({
    docs: 'turn.auth',
    problems: [],
  });
  const refused = parseDeepLink(new URLSearchParams('docs=<b>'));
  expect(refused.docs).toBeUndefined();
  expect(refused.problems).toHaveLength(1);
});
