import { fieldsOf } from './fieldsOf.ts';
import type { CalledSession } from './service.ts';
import type { FarEndFault } from './world.ts';

/** What is needed of a data channel, in the page as in Node. */
export interface SessionChannel {
  readonly readyState: string;
  send(text: string): void;
  whenOpen(open: () => void): void;
  whenClosed(closed: () => void): void;
  whenMessage(message: (data: unknown) => void): void;
}

/** Between opening the channel and the first spoken words, ms. */
const untilWords = 150;

/**
 * What the service says over the data channel (orga-contract.md, section d): the session and the conversation at once,
 * then a transcription and a response; a `session.update` is answered by the session as it is now.
 */
export function playSession(
  channel: SessionChannel,
  session: CalledSession,
  fault: FarEndFault | undefined,
  hangUp: () => void,
): void {
  const timers: ReturnType<typeof setTimeout>[] = [];
  const say = (message: Readonly<Record<string, unknown>>): void => {
    if (channel.readyState === 'open') channel.send(JSON.stringify(message));
  };
  let state = createdSession(session);

  const begin = (): void => {
    if (fault?.kind === 'closes') timers.push(setTimeout(hangUp, fault.after));
    if (fault?.kind === 'mute' || (fault?.kind === 'closes' && fault.silent)) return;
    say({ type: 'session.created', session: state });
    say({ type: 'conversation.created', conversation: { id: session.conversationId } });
    if (fault?.kind === 'chatty') chat(fault.messages, say);
    timers.push(setTimeout(() => words.forEach(say), untilWords));
    channel.whenMessage((data) => {
      const update = readUpdate(data);
      if (update === undefined) return;
      state = { ...state, ...update };
      say({ type: 'session.updated', session: state });
    });
  };

  if (channel.readyState === 'open') begin();
  else channel.whenOpen(begin);
  channel.whenClosed(() => timers.forEach(clearTimeout));
}

/** About 80 bytes each: 50,000 of them stay far below the 16 MiB that a browser buffers. */
function chat(messages: number, say: (message: Readonly<Record<string, unknown>>) => void): void {
  for (let index = 1; index <= messages; index += 1) {
    say({ type: 'response.audio_transcript.delta', index, delta: 'and so on' });
  }
}

const words = [
  { type: 'conversation.item.input_audio_transcription.completed', transcript: 'Hello, can you hear me?' },
  { type: 'response.output_item.done', text: 'Loud and clear. <emotion value="happy"/> How can I help?' },
];

function createdSession({ conversationId, params }: CalledSession): Readonly<Record<string, unknown>> {
  return {
    id: `sess_${conversationId}`,
    object: 'realtime.session',
    model: params['model'] ?? 'orga-1-beta',
    voice: params['voice'] ?? 'alloy',
    temperature: params['temperature'] ?? 0.5,
    return_transcription: params['return_transcription'] ?? false,
    instructions: params['instructions'] ?? null,
    modalities: params['modalities'] ?? ['audio', 'video'],
  };
}

/** Client messages carry their name in `event`, not in `type`; others than `session.update` are let pass. */
function readUpdate(data: unknown): Readonly<Record<string, unknown>> | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const fields = fieldsOf(JSON.parse(data));
    return fields.get('event') === 'session.update'
      ? Object.fromEntries(fieldsOf(fields.get('data')))
      : undefined;
  } catch {
    return undefined;
  }
}
