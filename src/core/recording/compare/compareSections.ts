import type { LogEntry, LogEntryOf } from '../../session/log.ts';
import { alignLines } from '../../webrtc/alignLines.ts';
import { type Description, inherited, type MediaSection, readDescription } from '../../webrtc/description.ts';
import { judgedPart } from '../../webrtc/judgedPart.ts';
import { codecsOf, isRtp } from '../../webrtc/rules/codecs.ts';
import { directionOf } from '../../webrtc/rules/direction.ts';
import { compareFacts, type Fact, type Facts } from './compareFacts.ts';
import type { Both, ComparedSection } from './sessionComparison.ts';

/** Offers and answers beside each other, section by section. What each side makes anew for itself counts for nothing. */
export function compareSections(logs: Both<readonly LogEntry[]>): readonly ComparedSection[] {
  return (['local', 'remote'] as const).flatMap((side) => compareSide(logs, side));
}

function compareSide(logs: Both<readonly LogEntry[]>, side: 'local' | 'remote'): readonly ComparedSection[] {
  const entries = { left: lastOf(logs.left, side), right: lastOf(logs.right, side) };
  if (entries.left === undefined && entries.right === undefined) return [];
  const role = side === 'local' ? 'offer' : 'answer';
  const left = readDescription(judgedPart(entries.left?.sdp ?? ''), role);
  const right = readDescription(judgedPart(entries.right?.sdp ?? ''), role);
  const count = Math.max(left.media.length, right.media.length);
  const sections = Array.from({ length: count }, (_, index): ComparedSection => {
    const one = left.media[index];
    const other = right.media[index];
    const facts = compareFacts(
      { left: factsOf(left, one, entries.left?.id), right: factsOf(right, other, entries.right?.id) },
      ['media', 'mid', 'rejected', 'direction', 'codecs'],
    );
    return {
      side,
      index: index + 1,
      title: `${role}, ${one?.media ?? other?.media ?? 'section'} ${index + 1}`,
      facts,
      rows: alignLines(one?.lines ?? [], other?.lines ?? []),
      differs: facts.some(({ differs }) => differs),
    };
  });
  const session: ComparedSection = {
    side,
    index: 0,
    title: `${role}, session`,
    facts: [],
    rows: alignLines(left.session.lines, right.session.lines),
    differs: false,
  };
  return [session, ...sections];
}

function lastOf(log: readonly LogEntry[], side: 'local' | 'remote') {
  return log.findLast(
    (entry): entry is LogEntryOf<'description'> => entry.kind === 'description' && entry.side === side,
  );
}

function factsOf(
  description: Description,
  section: MediaSection | undefined,
  entry: string | undefined,
): Facts {
  const facts = new Map<string, Fact>();
  if (section === undefined) return facts;
  const set = (name: string, text: string | undefined) => {
    if (text !== undefined) facts.set(name, { text, ...(entry !== undefined && { entry }) });
  };
  set('media', section.media);
  set('mid', section.mid?.value);
  set('rejected', section.rejected ? 'port 0' : 'no');
  if (isRtp(section)) {
    set('direction', directionOf(description, section));
    set('codecs', [...new Set(codecsOf(section).map(({ name }) => name))].join(', '));
  }
  set('DTLS role', inherited(description, section, 'setup')?.value.trim());
  set('fingerprint', inherited(description, section, 'fingerprint') === undefined ? 'absent' : 'present');
  set('ICE user name', inherited(description, section, 'ice-ufrag') === undefined ? 'absent' : 'present');
  if (section.ownTransport) set('candidates', section.candidates.length === 0 ? 'none' : 'present');
  return facts;
}
