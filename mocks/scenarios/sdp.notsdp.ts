import type { ScenariosOf } from './scenario.ts';

export const sdpNotsdp = [
  {
    id: 'connection.sdp.notsdp.text',
    title: 'Answer · It is no SDP',
    story: 'The answer’s sdp field holds an error text.',
    world: { farEnd: { kind: 'answer', sdp: 'media server not ready' } },
    expect: { outcome: 'failed', code: 'sdp.notsdp', variant: 'text', step: 'connection' },
  },
  {
    id: 'connection.sdp.notsdp.json',
    title: 'Answer · It is JSON',
    story: 'The answer’s sdp field holds an error of the service as JSON.',
    world: { farEnd: { kind: 'tamper', edits: ['json'] } },
    expect: { outcome: 'failed', code: 'sdp.notsdp', variant: 'json', step: 'connection' },
  },
  {
    id: 'connection.sdp.notsdp.html',
    title: 'Answer · It is a web page',
    story: 'The answer’s sdp field holds the error page of a proxy.',
    world: { farEnd: { kind: 'tamper', edits: ['html'] } },
    expect: { outcome: 'failed', code: 'sdp.notsdp', variant: 'html', step: 'connection' },
  },
  {
    id: 'connection.sdp.notsdp.empty',
    title: 'Answer · It is blank',
    story: 'The answer’s sdp field holds an empty line and nothing else.',
    world: { farEnd: { kind: 'tamper', edits: ['empty'] } },
    expect: { outcome: 'failed', code: 'sdp.notsdp', variant: 'empty', step: 'connection' },
  },
] as const satisfies ScenariosOf<'sdp.notsdp'>;
