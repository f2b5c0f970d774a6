import type { HealthyScenario } from './scenario.ts';
import { unavailable } from './upstream.ts';

const connected = { outcome: 'connected' } as const;

export const healthy = [
  {
    id: 'healthy',
    title: 'Everything works',
    story: 'Your backend and your page do everything right, and the session starts.',
    world: {},
    expect: connected,
  },
  {
    id: 'healthy.backend',
    title: 'Everything works, through your backend',
    story: 'Your page asks your own session endpoint, and the session starts.',
    route: 'backend',
    world: {},
    expect: connected,
  },
  {
    id: 'healthy.slow',
    title: 'Everything works, slowly',
    story: 'The service takes almost a second for each answer, and the session starts all the same.',
    world: { switches: { latency: 900 } },
    expect: connected,
  },
  {
    id: 'healthy.new-token',
    title: 'Works after a new token',
    story: 'Your app starts with an expired token, fetches a new one when it is refused, and connects.',
    route: 'rest',
    world: { tokens: { age: [1000, 0] } },
    settings: { renewToken: true },
    expect: connected,
  },
  {
    id: 'healthy.retried',
    title: 'Works at the third attempt',
    story: 'The service is down for two requests; your app waits, tries again, and connects.',
    route: 'rest',
    world: { faults: { 'client-secrets': [unavailable, unavailable, undefined] } },
    settings: { retries: 3 },
    expect: connected,
  },
  {
    id: 'healthy.microphone',
    title: 'Works with your microphone',
    story: 'Your browser asks you for the microphone, and the session starts with it.',
    world: {},
    request: { media: { microphone: true } },
    expect: connected,
  },
  {
    id: 'healthy.sound',
    title: 'Works, and is heard',
    story: 'The session starts, and your page plays what the service says.',
    world: {},
    request: { media: { playback: true } },
    expect: connected,
  },
  {
    id: 'healthy.burst',
    title: 'Works through a burst of messages',
    story: 'The service says fifty thousand things at once, and the session goes on.',
    world: { farEnd: { kind: 'chatty', messages: 50_000 } },
    expect: connected,
  },
] as const satisfies readonly HealthyScenario[];
