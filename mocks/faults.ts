import type { Endpoint } from '../src/core/session/log.ts';
import { fieldsOf } from './fieldsOf.ts';
import type { PlayRecorded } from './recordedReply.ts';
import { cannedReply, type HttpReply, type SimulatedReply } from './simulatedReply.ts';
import type { Fault, Override, Rewrite, World } from './world.ts';

/** Deals out a world's faults, one per request to an endpoint; the last one stays. */
export function createFaultLine(world: World): (endpoint: Endpoint) => Fault | undefined {
  const asked = new Map<Endpoint, number>();
  return (endpoint) => {
    const faults = world.faults?.[endpoint];
    if (faults === undefined) return undefined;
    const turn = asked.get(endpoint) ?? 0;
    asked.set(endpoint, turn + 1);
    return faults[Math.min(turn, faults.length - 1)];
  };
}

/**
 * What a request meets: `work` is the good server's own answer, which most faults forestall.
 * `dress` adds what every reply of that server carries: its request id and its CORS headers.
 */
export async function meetFault(
  fault: Fault | undefined,
  wait: (ms: number) => Promise<void>,
  dress: (reply: HttpReply) => HttpReply,
  work: () => Promise<SimulatedReply>,
  playRecorded: PlayRecorded,
): Promise<SimulatedReply> {
  if (fault === undefined) return work();
  switch (fault.kind) {
    case 'reply': {
      const { status, body, headers, withoutCors, reason } = fault.reply;
      const reply = { ...dress(cannedReply(status, body, headers)), ...(reason !== undefined && { reason }) };
      return withoutCors ? withoutCorsHeaders(reply) : reply;
    }
    case 'refused':
    case 'silence':
      return { kind: fault.kind };
    case 'stalled-body':
      return {
        ...dress(cannedReply(fault.status ?? 200, '{', { 'content-type': 'application/json' })),
        kind: 'stalled',
      };
    case 'rewrite':
      return rewritten(await work(), fault.rewrite);
    case 'override':
      return overridden(fault.override, wait, dress, work);
    case 'recorded':
      return playRecorded(fault.reply, work);
    case 'reset':
      return fault.after === undefined ? { kind: 'reset' } : torn(await work());
    case 'trickle':
      return paced(await work(), fault);
    // Whoever comes this far has not asked, or was not told.
    case 'preflight-refused':
      return work();
  }
}

function torn(reply: SimulatedReply): SimulatedReply {
  return reply.kind === 'reply' ? { kind: 'reset', began: reply } : reply;
}

function paced(reply: SimulatedReply, { bytes, pause }: NonNullable<HttpReply['pace']>): SimulatedReply {
  return reply.kind === 'reply' ? { ...reply, pace: { bytes, pause } } : reply;
}

async function overridden(
  override: Override,
  wait: (ms: number) => Promise<void>,
  dress: (reply: HttpReply) => HttpReply,
  work: () => Promise<SimulatedReply>,
): Promise<SimulatedReply> {
  const { status, headers = {}, body, delay = 0 } = override;
  await wait(delay);
  const named = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
  if (status !== undefined || body !== undefined) return dress(cannedReply(status ?? 200, body, named));
  const reply = await work();
  return 'headers' in reply ? { ...reply, headers: { ...reply.headers, ...named } } : reply;
}

function withoutCorsHeaders(reply: HttpReply): HttpReply {
  const kept = Object.entries(reply.headers).filter(([name]) => !name.startsWith('access-control-'));
  return { ...reply, headers: Object.fromEntries(kept) };
}

/** Only a reply that promised success is changed: the others have no such fields. */
function rewritten(reply: SimulatedReply, rewrite: Rewrite): SimulatedReply {
  if (reply.kind !== 'reply' || reply.status !== 200) return reply;
  if (rewrite.kind === 'truncate') return { ...reply, body: reply.body.slice(0, reply.body.length / 2) };
  return { ...reply, body: JSON.stringify(rewriteBody(fieldsOf(JSON.parse(reply.body)), rewrite)) };
}

function rewriteBody(
  fields: Map<string, unknown>,
  rewrite: Exclude<Rewrite, { readonly kind: 'truncate' }>,
): unknown {
  switch (rewrite.kind) {
    case 'omit':
      fields.delete(rewrite.field);
      return Object.fromEntries(fields);
    case 'replace':
      return Object.fromEntries(fields.set(rewrite.field, rewrite.value));
    case 'body':
      return rewrite.body;
    case 'unwrap':
      return fields.get(rewrite.field);
    case 'snake-case':
      return Object.fromEntries([...fields].map(([name, value]) => [snakeCase(name), value]));
  }
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
