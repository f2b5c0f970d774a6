import { scenarios } from '../scenarios/index.ts';
import type { HealthyScenario, PlayableScenario, Scenario, ScenariosOf } from '../scenarios/scenario.ts';

const connected = { outcome: 'connected' } as const;

const healthy = [
  {
    id: 'healthy.trickle',
    title: 'Everything works, in a trickle',
    story: 'The service’s answer to the offer arrives in small pieces, and the session starts all the same.',
    world: { faults: { calls: [{ kind: 'trickle', bytes: 200, pause: 20 }] } },
    expect: connected,
  },
] as const satisfies readonly HealthyScenario[];

const unreachable = [
  {
    id: 'token.network.unreachable.reset',
    title: 'Network · Token: connection reset',
    story: 'The service takes the connection and tears it down before it answers.',
    route: 'rest',
    world: { faults: { 'client-secrets': [{ kind: 'reset' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'token' },
  },
  {
    id: 'ice-config.network.unreachable.reset',
    title: 'Network · ICE config: connection reset',
    story: 'The connection is torn down while the ICE servers are asked for.',
    route: 'rest',
    world: { faults: { 'ice-config': [{ kind: 'reset' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'ice-config' },
  },
  {
    id: 'call.network.unreachable.reset',
    title: 'Network · Call: connection reset',
    story: 'The connection is torn down after the offer was sent and before anything comes back.',
    world: { faults: { calls: [{ kind: 'reset' }] } },
    expect: { outcome: 'failed', code: 'network.unreachable', variant: 'no-response', step: 'call' },
  },
] as const satisfies ScenariosOf<'network.unreachable'>;

const cors = [
  {
    id: 'call.network.cors.preflight',
    title: 'Network · Call: CORS preflight refused',
    story: 'The service does not let pages of other origins call it, so the offer is never sent.',
    world: { faults: { calls: [{ kind: 'preflight-refused' }] } },
    expect: { outcome: 'failed', code: 'network.cors', variant: 'preflight', step: 'call' },
  },
] as const satisfies ScenariosOf<'network.cors'>;

const unusable = [
  {
    id: 'call.reply.unusable.reset',
    title: '200 · Call: connection reset in the middle of the body',
    story: 'The answer begins well, and half-way through it the connection is torn down.',
    world: { faults: { calls: [{ kind: 'reset', after: 'headers' }] } },
    expect: {
      outcome: 'failed',
      code: 'reply.unusable',
      variant: 'truncated',
      step: 'call',
      httpStatus: 200,
    },
  },
] as const satisfies ScenariosOf<'reply.unusable'>;

const withoutReason = { kind: 'reply', reply: { status: 500, reason: '' } } as const;

const serverError = [
  {
    id: 'token.OrgaAIServerError.500.no-reason',
    title: '500 · Token: no reason phrase',
    story: 'The service fails over HTTP/2, which has no reason phrases, and sends no body.',
    route: 'rest',
    world: { faults: { 'client-secrets': [withoutReason] } },
    expect: { outcome: 'failed', code: 'OrgaAIServerError', variant: '500', step: 'token', httpStatus: 500 },
  },
  {
    id: 'call.OrgaAIServerError.500.no-reason',
    title: '500 · Call: no reason phrase',
    story: 'The call fails over HTTP/2, so that all that is left is the number.',
    world: { faults: { calls: [withoutReason] } },
    expect: { outcome: 'failed', code: 'OrgaAIServerError', variant: '500', step: 'call', httpStatus: 500 },
  },
] as const satisfies ScenariosOf<'OrgaAIServerError'>;

/** What needs a connection of its own, and so a server: a worker in a page cannot play these. */
const transportScenarios: readonly Scenario[] = [
  ...healthy,
  ...unreachable,
  ...cors,
  ...unusable,
  ...serverError,
];

/** Faults of a far end that is a browser's; the one in Node has them not. */
const ofABrowser: readonly string[] = ['no-track', 'chatty', 'no-handshake', 'no-association', 'graft'];

/** What a server can play: not the visitor's devices, clock or peer connection, nor the policy that a client chose. */
export function isPlayable({ world, request, settings, expect }: PlayableScenario): boolean {
  // Trouble that a connected browser keeps silent about, and handshakes that only a browser's own peer leaves out.
  if (expect.outcome === 'connected' && expect.code !== undefined) return false;
  if (world.farEnd !== undefined && ofABrowser.includes(world.farEnd.kind)) return false;
  const ofTheClient = [
    world.devices,
    world.sleep,
    request?.media,
    request?.peer,
    settings?.iceTransportPolicy,
  ];
  return ofTheClient.every((part) => part === undefined);
}

/** All that the simulator's server plays. */
export const simulatorScenarios: readonly Scenario[] = [
  ...scenarios.filter(isPlayable),
  ...transportScenarios,
];
