import type { LogEntryOf } from '../../session/log.ts';
import { diagnose } from '../diagnose.ts';
import { chromium, description, failedLog, goodAnswer, goodOffer, state } from './literalConnection.ts';
import { type Literal, type LiteralRun, runOf } from './literalLog.ts';

export function media(event: LogEntryOf<'media'>['event'], rest: Partial<LogEntryOf<'media'>> = {}): Literal {
  return { kind: 'media', device: 'microphone', event, ...rest };
}

export function refused(name: string, message: string, rest: Partial<LogEntryOf<'media'>> = {}): Literal {
  return media('refused', { error: { name, message }, ...rest });
}

/** What is told of it: e2 the offer, e3 the answer, e4 connected at 500 ms, e5 the run connected, then what is given. */
export function connected(entries: readonly Literal[], run: LiteralRun = chromium, answer = goodAnswer) {
  return diagnose(
    runOf(
      run,
      description('local', goodOffer),
      description('remote', answer),
      state('connection', 'connected', 500),
      { kind: 'run', state: 'connected', at: 600 },
      ...entries,
    ),
  );
}

export function failed(reason: 'permission' | 'device', name: string, ...entries: readonly Literal[]) {
  const failure = { reason, device: 'camera', error: { name, message: 'no' } } as const;
  return diagnose(failedLog(chromium, entries, failure, 'offer'));
}
