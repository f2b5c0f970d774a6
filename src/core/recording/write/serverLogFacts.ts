import { conversationId } from '../../session/conversationId.ts';
import type { LogEntry } from '../../session/log.ts';
import { pathOf } from '../../session/wording.ts';
import { exchangesOf } from './exchanges.ts';
import { shortened, utcTime, visibleLine } from './visibleText.ts';

/** Characters of a path that are shown. */
const mostOfPath = 2_000;

/** What somebody needs who searches the logs of a server: UTC time, request, status, ids. One line each. */
export function serverLogFacts(log: readonly LogEntry[], startedAt: number | undefined): string {
  const conversation = conversationId(log);
  const lines = exchangesOf(log).map(({ request, response, error }) => {
    const time = startedAt === undefined ? `${request.at} ms` : utcTime(startedAt + request.at);
    const known = response?.correlationId ?? error?.correlationId;
    const id = known ?? (response === undefined ? undefined : 'not exposed');
    return [
      time,
      visibleLine(
        `${request.method} ${shortened(pathOf(request.url), mostOfPath)} → ${response?.status ?? 'no response'}`,
      ),
      ...(id === undefined ? [] : [`correlation id: ${visibleLine(id)}`]),
    ].join('  ');
  });
  return [
    ...lines,
    ...(conversation === undefined ? [] : [`conversation id: ${visibleLine(conversation)}`]),
  ].join('\n');
}
