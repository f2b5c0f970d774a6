import type { LogEntry, LogEntryOf } from '../../session/log.ts';

/** A request and what came of it. */
export interface Exchange {
  readonly request: LogEntryOf<'request'>;
  readonly response?: LogEntryOf<'response'>;
  readonly error?: LogEntryOf<'rest-error'>;
}

/** Every request of a log, in order, with its response and its error; linear. */
export function exchangesOf(log: readonly LogEntry[]): readonly Exchange[] {
  const exchanges: { -readonly [K in keyof Exchange]: Exchange[K] }[] = [];
  const open = new Map<string, (typeof exchanges)[number]>();
  for (const entry of log) {
    if (entry.kind === 'request') {
      const exchange = { request: entry };
      exchanges.push(exchange);
      open.set(entry.request, exchange);
    } else if (entry.kind === 'response') {
      const exchange = open.get(entry.request);
      if (exchange !== undefined) exchange.response ??= entry;
    } else if (entry.kind === 'rest-error') {
      const exchange = open.get(entry.request.id);
      if (exchange !== undefined) exchange.error ??= entry;
    }
  }
  return exchanges;
}

/** The value of a header, whatever the case of its name. */
export function headerOf(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];
}
