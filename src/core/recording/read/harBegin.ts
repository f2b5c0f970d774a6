import { defaultLimits, defaultSettings } from '../../session/settings.ts';
import type { SessionStep } from '../../session/step.ts';
import type { ForeignLog } from './foreignLog.ts';
import type { SessionExchange } from './harEndpoint.ts';

/** Who wrote a HAR, and where. */
export interface HarOrigin {
  readonly page: string;
  readonly browser: string;
  /** written by this debugger, of what its page could read: then a reply in it was readable */
  readonly ownFile: boolean;
}

/** What the requests of a session tell of the page that sent them. */
export interface HarPage {
  readonly userAgent: string;
  readonly url: string;
  /** empty where it is not known */
  readonly origin: string;
}

export function harPage(found: readonly SessionExchange[], { page, browser }: HarOrigin): HarPage {
  const headers = found.map(({ exchange }) => exchange.headers);
  const first = (of: (each: (typeof headers)[number]) => string | undefined) =>
    headers.map(of).find((each) => each !== undefined);
  const userAgent = first((each) => each['user-agent']) ?? browser;
  const url = page !== '' ? page : (first((each) => each.referer ?? each.origin) ?? '');
  const origin = originOf(first((each) => each.origin) ?? url);
  return { userAgent: userAgent.slice(0, 500), url, origin };
}

/** The entry that a run begins with. `at`: epoch ms. */
export function tellHarBegin(
  out: ForeignLog,
  found: readonly SessionExchange[],
  { at, page, from }: { readonly at: number; readonly page: HarPage; readonly from: SessionStep },
): void {
  const orga = found.find(({ endpoint }) => endpoint !== 'session')?.exchange;
  const session = found.find(({ endpoint }) => endpoint === 'session')?.exchange;
  const route = session === undefined ? ('rest' as const) : ('backend' as const);
  out.add(at, {
    kind: 'run-started',
    run: 1,
    wallClock: at,
    target: 'watched',
    route,
    from,
    settings: {
      ...defaultSettings,
      route,
      email: '',
      ...(orga === undefined ? {} : { baseUrl: orga.url.replace(/\/v1\/realtime\/[^]*/, '') }),
      ...(session === undefined ? {} : { sessionEndpoint: session.url }),
    },
    limits: defaultLimits(route),
    userAgent: page.userAgent,
    pageUrl: page.url,
  });
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(url)?.[0].toLowerCase() ?? '';
}
