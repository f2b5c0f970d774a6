import type { LogEntryOf } from './log.ts';
import { duration, pathOf } from './wording.ts';

type Live = Extract<LogEntryOf<'note'>, { topic: 'probe' | 'clock-skew' | 'network-look' | 'local-access' }>;

/** What only real networks make worth a line. */
export function describeLive(entry: Live): string {
  if (entry.topic === 'network-look') {
    return entry.answered
      ? `${entry.url} answered ${duration(entry.after)} after the failure: the network is there`
      : `${entry.url} did not answer after the failure either`;
  }
  if (entry.topic === 'local-access') return `Local network access of this page: ${entry.permission}`;
  if (entry.topic === 'clock-skew') {
    const way = entry.ahead > 0 ? 'ahead of' : 'behind';
    const proof = entry.from === 'iat' ? 'by the iat of the token it just made' : 'by the Date of its reply';
    return `This computer’s clock is ${duration(Math.abs(entry.ahead))} ${way} the service’s, ${proof}`;
  }
  const found = {
    opaque: 'the host answers',
    failed: 'no answer either',
    'not-sent': 'not sent: the browser would not let it out',
  }[entry.result];
  const parts = [
    found,
    entry.plain === undefined
      ? ''
      : entry.plain === 'readable'
        ? 'and a plain request may read it'
        : 'and lets no page read it',
    entry.online ? '' : 'the browser is offline',
    entry.localAccess === undefined ? '' : `local network access: ${entry.localAccess}`,
  ];
  return `Second look at ${pathOf(entry.url)}: ${parts.filter((part) => part !== '').join(', ')}`;
}
