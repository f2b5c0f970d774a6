/** What a message on the data channel is, as the official client SDK would read it. */
export interface ChannelMessage {
  readonly form: 'json' | 'not-json' | 'binary';
  /** the member that names it: servers say `type`, clients say `event` */
  readonly key?: 'type' | 'event';
  readonly name?: string;
  /** `known`: the SDK acts on it, or sends it; `ignored`: the SDK lets it pass; `refused`: the SDK reports an error */
  readonly standing: 'known' | 'ignored' | 'refused';
  /** where there is something to say */
  readonly remark?: string;
}

/** Source: orga-contract.md, section d. */
const serverTypes: ReadonlySet<string> = new Set([
  'session.created',
  'conversation.created',
  'conversation.item.input_audio_transcription.completed',
  'response.output_item.done',
]);
const clientEvents: ReadonlySet<string> = new Set(['session.update']);

/** Reads one message; never throws. */
export function channelMessage(text: string, event: 'received' | 'sent'): ChannelMessage {
  const received = event === 'received';
  if (/^\[binary \d+ bytes\]$/.test(text)) {
    return { form: 'binary', standing: 'ignored', remark: 'Binary: nobody on this channel expects that.' };
  }
  const fields = readObject(text);
  if (fields === undefined) {
    return {
      form: 'not-json',
      standing: received ? 'refused' : 'ignored',
      remark: received
        ? 'Not JSON: the SDK calls onError with “Failed to parse data channel message”.'
        : 'Not JSON: the far end expects an object with “event”.',
    };
  }
  const type = textOf(fields['type']);
  const named = textOf(fields['event']);
  if (received) return serverMessage(type, named);
  return clientMessage(type, named);
}

function serverMessage(type: string | undefined, event: string | undefined): ChannelMessage {
  if (type === undefined) {
    if (event === undefined)
      return { form: 'json', standing: 'ignored', remark: 'It has no “type”: the SDK ignores it.' };
    const remark = 'Named by “event”: SDKs since autumn 2025 read “type”, and ignore this one.';
    return { form: 'json', key: 'event', name: event, standing: 'ignored', remark };
  }
  if (serverTypes.has(type)) return { form: 'json', key: 'type', name: type, standing: 'known' };
  const remark =
    type === 'error'
      ? 'An error of the service: the SDK ignores it without a word.'
      : 'The SDK knows no such type and ignores it without a word.';
  return { form: 'json', key: 'type', name: type, standing: 'ignored', remark };
}

function clientMessage(type: string | undefined, event: string | undefined): ChannelMessage {
  if (event !== undefined) {
    const known = clientEvents.has(event);
    return {
      form: 'json',
      key: 'event',
      name: event,
      standing: known ? 'known' : 'ignored',
      ...(!known && { remark: 'The SDK sends no such event; what the service makes of it is not known.' }),
    };
  }
  const remark = 'A client names its message by “event”; by “type” only the server does.';
  return {
    form: 'json',
    ...(type !== undefined && { key: 'type', name: type }),
    standing: 'ignored',
    remark,
  };
}

function readObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value))
      : undefined;
  } catch {
    // Not JSON is a fact to tell, not a mistake of ours.
    return undefined;
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
