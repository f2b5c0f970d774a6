import { defaultLimits, type Limits } from '../../core/session/settings.ts';

/** What the page may say to the probe: by attribute, by `window.sessionProbeOptions`, or by `startProbe({…})`. */
export interface ProbeOptions {
  /** The page's own endpoints that hand out the token: URLs or paths, with `*` at the end for all that begin so. */
  readonly sessionEndpoint?: string | readonly string[];
  /** Where the debugger is served; by default where the probe came from. */
  readonly debuggerUrl?: string;
  /** The badge in the corner: `true` even under automation, `false` never. */
  readonly badge?: boolean;
  /** After how long a silence counts as a failure, ms; the page itself is not held to it. */
  readonly limits?: Partial<Limits>;
}

/** The same, complete. Its members are read when they are needed: options may come later. */
export interface ProbeSettings {
  readonly sessionEndpoints: readonly string[];
  readonly debuggerUrl: string | undefined;
  readonly badge: boolean | undefined;
  readonly limits: Limits;
}

/**
 * Reads options of any origin: the page's own script may be plain JavaScript. What is of the wrong type is left out.
 * Later ones win, but session endpoints add up.
 */
export function readOptions(...given: readonly unknown[]): ProbeSettings {
  let settings: ProbeSettings = {
    sessionEndpoints: [],
    debuggerUrl: undefined,
    badge: undefined,
    limits: ours,
  };
  for (const options of given) {
    if (typeof options !== 'object' || options === null) continue;
    const { sessionEndpoint, debuggerUrl, badge, limits }: ProbeRecord = options;
    settings = {
      sessionEndpoints: [...settings.sessionEndpoints, ...texts(sessionEndpoint)],
      debuggerUrl: isText(debuggerUrl) ? debuggerUrl : settings.debuggerUrl,
      badge: typeof badge === 'boolean' ? badge : settings.badge,
      limits: { ...settings.limits, ...readLimits(limits) },
    };
  }
  return settings;
}

type ProbeRecord = { readonly [K in keyof ProbeOptions]?: unknown };

/** The options that a script element carries: `data-session-endpoint` (separated by blanks), `data-debugger`, `data-badge`. */
export function optionsOf(script: { readonly src: string; readonly dataset: DOMStringMap }): ProbeOptions {
  const { sessionEndpoint, debugger: debuggerUrl, badge } = script.dataset;
  const besideProbe = URL.canParse('.', script.src) ? new URL('.', script.src).href : undefined;
  const home = debuggerUrl ?? besideProbe;
  return {
    ...(sessionEndpoint === undefined ? {} : { sessionEndpoint: sessionEndpoint.trim().split(/\s+/) }),
    ...(home === undefined ? {} : { debuggerUrl: home }),
    ...(badge === undefined ? {} : { badge: badge !== 'off' && badge !== 'false' }),
  };
}

function readLimits(limits: unknown): Partial<Limits> {
  if (typeof limits !== 'object' || limits === null) return {};
  return Object.fromEntries(Object.entries(limits).filter(([step, ms]) => step in ours && ms > 0));
}

const ours = defaultLimits('backend');

function texts(value: unknown): readonly string[] {
  if (isText(value)) return [value];
  return Array.isArray(value) ? value.filter(isText) : [];
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
