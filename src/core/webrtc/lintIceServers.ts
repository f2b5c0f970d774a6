import { readIceServers, urlsOf } from './iceServers.ts';
import { createFindingList, type LintFinding } from './lintFinding.ts';
import { blockedPort } from './serverRules/blockedPort.ts';
import { credentials } from './serverRules/credentials.ts';
import { duplicate, noTurn, plainTurn, tooMany, udpOnlyTurn } from './serverRules/list.ts';
import type { ListRule, ServerFlaw, UrlRule } from './serverRules/rule.ts';
import { readServerUrl } from './serverRules/serverUrl.ts';
import { host, port, query, scheme, slashes } from './serverRules/syntax.ts';

const urlRules: readonly UrlRule[] = [scheme, slashes, host, query, port, credentials, blockedPort];
const listRules: readonly ListRule[] = [noTurn, udpOnlyTurn, plainTurn, duplicate, tooMany];

/** More than any list has; further ones are not looked at by themselves. */
const mostUrls = 5_000;

/**
 * What is wrong, or worth knowing, in what somebody hands out as `iceServers`; takes anything, never throws. `line` is
 * 0, `text` the URL.
 */
export function lintIceServers(
  servers: unknown,
  { iceTransportPolicy }: { readonly iceTransportPolicy?: 'all' | 'relay' | undefined } = {},
): readonly LintFinding[] {
  const findings = createFindingList();
  const add = (rule: { readonly id: string; readonly source: string }, text: string, flaw: ServerFlaw) => {
    const { title, cause, fix, severity } = flaw;
    findings.add({
      rule: rule.id,
      side: 'servers',
      line: 0,
      text,
      title,
      cause,
      fix,
      severity,
      source: rule.source,
    });
  };
  const reading = readIceServers(servers);
  for (const { kind, where, message } of reading.problems) {
    if (kind !== 'shape') continue;
    add(shape, '', {
      title: where === 'iceServers' ? 'This is no list of ICE servers' : `${where} has the wrong shape`,
      cause: `${message} Browsers throw a TypeError.`,
      fix:
        typeof servers === 'object' && servers !== null && 'iceServers' in servers
          ? 'Hand on the list inside: reply.iceServers.'
          : 'A list of { urls, username, credential }, where urls is a text or a list of texts.',
      severity: 'error',
    });
  }
  const urls = reading.servers
    .flatMap((server) => urlsOf(server).map((url) => readServerUrl(url, server.username, server.credential)))
    .slice(0, mostUrls);
  for (const rule of urlRules) {
    for (const url of urls) {
      const flaw = rule.check(url);
      if (flaw !== undefined) add(rule, url.url, flaw);
    }
  }
  // Of a list that is none, nothing more can be said.
  if (urls.length > 0 || reading.problems.length === 0) {
    for (const rule of listRules) {
      rule.check(urls, iceTransportPolicy === 'relay', (flaw) => add(rule, flaw.url ?? '', flaw));
    }
  }
  return findings.list();
}

const shape = { id: 'shape', source: 'webrtc-pc, RTCIceServer' } as const;
