import { isObject } from '../session/foreignJson.ts';
import type { LogEntry } from '../session/log.ts';
import { membersIn, saidIn, unsaidMessage } from './anonymise/jsonMembers.ts';
import { type PersonalKind, PersonalText, personalKinds } from './anonymise/personalText.ts';
import type { Recording } from './recording.ts';

export { type PersonalKind, personalKinds } from './anonymise/personalText.ts';

/** What was replaced of one kind. */
export interface Replaced {
  readonly kind: PersonalKind;
  /** different values */
  readonly count: number;
  /** the first few, shortened: for the user's own eyes, never for an output */
  readonly examples: readonly { readonly from: string; readonly to: string }[];
}

export interface Anonymised {
  readonly recording: Recording;
  readonly replaced: readonly Replaced[];
}

const mostExamples = 3;
const longestExample = 60;

/**
 * A recording that does not say who and where: addresses, hosts, e-mail, TURN user names, ids of users and keys, and
 * what was written and said have consistent pseudonyms, except the kinds to keep. Verdict, evidence and SDP lint stay
 * the same. Idempotent.
 */
export function anonymise(
  recording: Recording,
  { keep }: { readonly keep: readonly PersonalKind[] },
): Anonymised {
  const texts = new PersonalText(keep);
  // The host of an `ice-servers` entry may stand bare in an error before it.
  walk(recording, (text) => texts.learn(text));
  texts.learnt();
  const { log, series, name, verdict } = recording;
  const anonymous: Recording = {
    ...recording,
    ...(name === undefined ? {} : { name: texts.replaced(name) }),
    ...(verdict === undefined ? {} : { verdict: { ...verdict, title: texts.replaced(verdict.title) } }),
    log: log.map((entry) => anonymousEntry(entry, texts)),
    ...(series === undefined ? {} : { series: changed(series, texts) }),
  };
  return { recording: anonymous, replaced: personalKinds.flatMap((kind) => replacedOf(kind, texts)) };
}

function replacedOf(kind: PersonalKind, texts: PersonalText): readonly Replaced[] {
  const found = texts.found.get(kind);
  if (found === undefined) return [];
  const examples = [...found]
    .slice(0, mostExamples)
    .map(([from, to]) => ({ from: short(from), to: short(to) }));
  return [{ kind, count: found.size, examples }];
}

function short(text: string): string {
  return text.length > longestExample ? `${text.slice(0, longestExample - 1)}…` : text;
}

function anonymousEntry(entry: LogEntry, texts: PersonalText): LogEntry {
  switch (entry.kind) {
    case 'channel': {
      const { text, ...rest } = entry;
      const spoken = text === undefined ? {} : { text: unsaidMessage(text, texts) };
      return { ...changed(rest, texts), ...spoken };
    }
    case 'request': {
      const { body, ...rest } = entry;
      const sent = body === undefined ? {} : { body: saidIn(texts.replaced(body), texts) };
      return { ...changed(rest, texts), ...sent };
    }
    case 'statistics': {
      const pairs = entry.pairs.map((pair) => ({
        ...pair,
        local: pairEnd(pair.local, texts),
        remote: pairEnd(pair.remote, texts),
      }));
      return { ...entry, pairs };
    }
    default:
      return changed(entry, texts);
  }
}

/** `host udp 2001:db8::1:54400`: only the place tells the port from the address. */
function pairEnd(text: string, texts: PersonalText): string {
  const [, before, address = '', port = ''] = /^(\S+ \S* )(.*?)(:\d{1,5})?$/.exec(text) ?? [];
  return before === undefined ? texts.replaced(text) : before + texts.host(address) + port;
}

/** Members that are our own words, ids, or a browser's version. */
const words: ReadonlySet<string> = new Set(
  (
    'id kind step response failedBy foresees machine to event moment watch device topic reason format answeredBy ' +
    'endpoint method phase problem operation direction media userAgent user-agent token target route from until side mid'
  ).split(' '),
);

/** A copy in which every text is replaced that is not one of our own words. */
function changed<T>(value: T, texts: PersonalText): T {
  // Every branch gives back what it was given: text for text, structure for structure.
  return changedValue(value, '', texts) as T;
}

/** The same object where nothing in it changes: most entries name nobody. */
function changedValue(value: unknown, key: string, texts: PersonalText): unknown {
  if (typeof value === 'string') return words.has(key) ? value : changedText(value, key, texts);
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    const copy = items.map((item) => changedValue(item, key, texts));
    return copy.every((item, index) => item === items[index]) ? value : copy;
  }
  if (!isObject(value)) return value;
  let copy: Record<string, unknown> | undefined;
  for (const name in value) {
    const next = changedValue(value[name], name, texts);
    if (next === value[name]) continue;
    copy ??= Object.assign({}, value);
    copy[name] = next;
  }
  return copy ?? value;
}

function changedText(text: string, key: string, texts: PersonalText): string {
  switch (key) {
    case 'instructions':
      return texts.said('instructions', text);
    case 'username':
      return texts.turnUsername(text);
    case 'address':
      return texts.host(text);
    default:
      return membersIn(texts.replaced(text), texts);
  }
}

function walk(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value);
  else if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isObject(value)) for (const name in value) walk(value[name], visit);
}
