import { version } from '../../../package.json';
import { PlainSecretIndex } from '../../core/redaction/plainSecretIndex.ts';
import { createRedactorOver } from '../../core/redaction.ts';
import type { FactsFile, WatchedPage } from '../../core/watched/fact.ts';
import { errorFacts } from '../errorFacts.ts';
import { endpointOf } from './endpointOf.ts';
import { createFactLog, type FactLog } from './factLog.ts';
import { nativeBase64 } from './nativeBase64.ts';
import type { ProbeSettings } from './probeOptions.ts';
import { watchDevices } from './watchDevices.ts';
import { watchFetch } from './watchFetch.ts';
import { watchPeers } from './watchPeers.ts';
import { createRequestWatch, type PageRequest } from './watchRequests.ts';
import { watchXhr } from './watchXhr.ts';
import { createWrapper } from './wrap.ts';

/** The probe at work in a page. */
export interface RunningProbe {
  readonly page: WatchedPage;
  readonly log: FactLog;
  recording(): FactsFile;
  /** why it watches no longer; undefined while it does */
  offBecause(): string | undefined;
  /** Takes the wrapping off and ends all watching; what was recorded stays. */
  stop(why: string): void;
}

/** Wraps what a page starts sessions with. Whatever goes wrong in here ends the watching, never the page. */
export function createProbe(settings: ProbeSettings): RunningProbe {
  const redactor = createRedactorOver(new PlainSecretIndex(nativeBase64.encode));
  const log = createFactLog(redactor);
  const id = crypto.randomUUID?.() ?? `page-${Date.now().toString(36)}`;
  const page: WatchedPage = {
    startedAt: Date.now(),
    userAgent: navigator.userAgent,
    // What stands in a query may be secret.
    pageUrl: location.origin + location.pathname,
    // Options may come later.
    get limits() {
      return settings.limits;
    },
  };
  const ending: (() => void)[] = [];
  let off: string | undefined;

  function end(why: string): void {
    off ??= why;
    wrapper.off();
    for (const each of ending.splice(0)) each();
  }

  const wrapper = createWrapper((error) => {
    const { name, message } = errorFacts(error);
    end(`The probe failed and switched itself off. ${name}: ${redactor.redact(message)}`);
  });
  const isKnown = (url: string) => endpointOf(url, settings.sessionEndpoints, document.baseURI);
  const watchRequest = createRequestWatch(log, redactor, settings);
  const onRequest = (request: PageRequest) => {
    watchRequest(request).catch((error: unknown) => wrapper.fail(error));
  };
  wrapper.safely(() => watchFetch(wrapper, isKnown, onRequest));
  wrapper.safely(() => watchXhr(wrapper, isKnown, onRequest));
  wrapper.safely(() => watchDevices(wrapper, log));
  wrapper.safely(() => ending.push(watchPeers(wrapper, log, redactor)));

  return {
    page,
    log,
    recording: () => ({
      format: 'webrtc-session-facts',
      version: 1,
      product: version,
      id,
      ...page,
      facts: log.facts(),
      dropped: log.dropped(),
    }),
    offBecause: () => off,
    stop: end,
  };
}
