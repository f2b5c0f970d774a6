import type { ScenariosOf } from './scenario.ts';

export const sdpMline = [
  {
    id: 'connection.sdp.mline.count',
    title: 'Answer · A media section is missing',
    story: 'The answer leaves out the section of the data channel.',
    world: { farEnd: { kind: 'tamper', edits: ['mline-count'] } },
    expect: { outcome: 'failed', code: 'sdp.mline', variant: 'count', step: 'connection' },
  },
  {
    id: 'connection.sdp.mline.order',
    title: 'Answer · The media sections are in another order',
    story: 'The answer has the sections of the offer in an order of its own.',
    world: { farEnd: { kind: 'tamper', edits: ['mline-order'] } },
    expect: { outcome: 'failed', code: 'sdp.mline', variant: 'order', step: 'connection' },
  },
  {
    id: 'connection.sdp.mline.mid',
    title: 'Answer · A media section has another name',
    story: 'The answer calls a section by a name that the offer does not have.',
    world: { farEnd: { kind: 'tamper', edits: ['mid'] } },
    expect: { outcome: 'failed', code: 'sdp.mline', variant: 'mid', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.mline'>;
