import { useState } from 'preact/hooks';
import type { ReplayReply } from '../../core/recording/replay/replayScenario.ts';
import { readHeaderLines } from '../../core/session/headerLines.ts';
import css from './Replay.module.css';

interface ReplyFormProps {
  readonly id: string;
  /** of the request that is answered */
  readonly name: string;
  readonly reply: ReplayReply;
  readonly changed: boolean;
  /** undefined: as recorded */
  readonly onChange: (reply: ReplayReply | undefined) => void;
}

type Choice = 'recorded' | 'changed' | 'own' | 'silence' | 'refused';

const choices: Readonly<Record<Choice, string>> = {
  recorded: 'as recorded',
  changed: 'changed to …',
  own: 'as the simulation answers',
  silence: 'never',
  refused: 'connection refused',
};

/** How one request is answered: as recorded, or as somebody wants to try. */
export function ReplyForm({ id, name, reply, changed, onChange }: ReplyFormProps) {
  const choice: Choice = !changed ? 'recorded' : reply.kind === 'reply' ? 'changed' : choiceOf(reply);

  function choose(next: Choice) {
    if (next === 'recorded') onChange(undefined);
    else if (next === 'changed') onChange(editable(reply));
    else if (next === 'refused') onChange({ kind: 'refused', delay: 0 });
    else onChange({ kind: next });
  }

  return (
    <li class={css.reply} data-changed={changed}>
      <div class={css.line}>
        <label for={id}>{name}</label>
        <select id={id} value={choice} onChange={(event) => choose(toChoice(event.currentTarget.value))}>
          {Object.entries(choices).map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        <span class={css.quiet}>{summaryOf(reply)}</span>
      </div>
      {choice === 'changed' && reply.kind === 'reply' && (
        <ReplyFields id={id} reply={reply} onChange={onChange} />
      )}
    </li>
  );
}

type Edited = Extract<ReplayReply, { readonly kind: 'reply' }>;

function ReplyFields({
  id,
  reply,
  onChange,
}: {
  readonly id: string;
  readonly reply: Edited;
  readonly onChange: (reply: ReplayReply) => void;
}) {
  const [lines, setLines] = useState(() => headerText(reply.headers));
  // The far end's SDP takes the place of the recorded one for as long as that is what the body says.
  const [recordedSdp] = useState(() => (reply.answers ? sdpOf(reply.body) : undefined));
  const change = (next: Edited) => {
    const { answers: _, ...rest } = next;
    const isAnswer = recordedSdp !== undefined && sdpOf(next.body) === recordedSdp && next.status < 300;
    onChange(isAnswer ? { ...rest, answers: true } : rest);
  };
  const number = (field: 'status' | 'delay', least: number, most: number) => ({
    id: `${id}-${field}`,
    type: 'number' as const,
    min: least,
    max: most,
    value: reply[field],
    onChange: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
      const value = Math.round(Number(currentTarget.value));
      change({ ...reply, [field]: Math.max(least, Math.min(most, value || least)) });
    },
  });
  return (
    <div class={css.fields}>
      <label for={`${id}-status`}>Status</label>
      <input {...number('status', 200, 599)} />
      <label for={`${id}-delay`}>Delay, ms</label>
      <input {...number('delay', 0, 600_000)} />
      <label for={`${id}-headers`}>Headers</label>
      <textarea
        id={`${id}-headers`}
        rows={3}
        spellcheck={false}
        value={lines}
        onInput={(event) => {
          const text = event.currentTarget.value;
          setLines(text);
          change({
            ...reply,
            headers: Object.fromEntries(readHeaderLines(text).map((line) => [line.name, line.value])),
          });
        }}
      />
      <label for={`${id}-body`}>Body</label>
      <textarea
        id={`${id}-body`}
        rows={5}
        spellcheck={false}
        value={reply.body}
        onInput={(event) => change({ ...reply, body: event.currentTarget.value })}
      />
    </div>
  );
}

function sdpOf(body: string): string | undefined {
  try {
    const { answer } = JSON.parse(body) as { readonly answer?: { readonly sdp?: unknown } };
    return typeof answer?.sdp === 'string' ? answer.sdp : undefined;
  } catch {
    return undefined;
  }
}

function editable(reply: ReplayReply): Edited {
  if (reply.kind === 'reply') return reply;
  const stalled = reply.kind === 'stalled' ? reply : undefined;
  return {
    kind: 'reply',
    status: stalled?.status ?? 200,
    headers: stalled?.headers ?? { 'content-type': 'application/json' },
    body: stalled?.body ?? '{}',
    delay: stalled?.delay ?? 20,
  };
}

function choiceOf({ kind }: ReplayReply): Choice {
  return kind === 'own' || kind === 'silence' || kind === 'refused' ? kind : 'changed';
}

function toChoice(value: string): Choice {
  return value === 'changed' || value === 'own' || value === 'silence' || value === 'refused'
    ? value
    : 'recorded';
}

function headerText(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

function summaryOf(reply: ReplayReply): string {
  switch (reply.kind) {
    case 'reply':
      return `${reply.status}, ${reply.body.length.toLocaleString('en')} characters${reply.answers ? ', answered by the far end' : ''}`;
    case 'stalled':
      return `${reply.status}, a body that never ends`;
    case 'refused':
      return 'no response';
    case 'silence':
      return 'nothing comes';
    case 'own':
      return 'by the simulated service';
  }
}
