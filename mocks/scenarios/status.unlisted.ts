import type { ScenariosOf } from './scenario.ts';

export const statusUnlisted = [
  {
    id: 'call.status.unlisted.408',
    title: '408 · Call: request timeout',
    story: 'Your user’s uplink is so slow that the service stops waiting for the offer.',
    world: { faults: { calls: [{ kind: 'reply', reply: { status: 408 } }] } },
    expect: { outcome: 'failed', code: 'status.unlisted', variant: '408', step: 'call', httpStatus: 408 },
  },
  {
    id: 'call.status.unlisted.413',
    title: '413 · Call: body too large',
    story: 'Your instructions are so long that something before the service refuses the body.',
    world: {
      faults: { calls: [{ kind: 'reply', reply: { status: 413, body: { message: 'Payload too large' } } }] },
    },
    expect: { outcome: 'failed', code: 'status.unlisted', variant: '413', step: 'call', httpStatus: 413 },
  },
] as const satisfies ScenariosOf<'status.unlisted'>;
