/** A browser whose own time limits are known. */
export type KnownBrowser = 'chromium' | 'firefox';

/** After how long a browser reports a silence of its own accord, ms; undefined where it never does, or nobody knows. */
export interface BrowserClocks {
  /** a STUN or TURN server over UDP that never answers: error 701 */
  readonly server: number | undefined;
  /** an answer without any candidate */
  readonly noCandidates: number | undefined;
  /** an answer of which no candidate can be used */
  readonly unusableCandidates: number | undefined;
  /** connectivity checks that nobody answers, from the first one to `failed` */
  readonly checks: number | undefined;
  /** a standing connection whose packets stop, from the last one to `failed` */
  readonly loss: number | undefined;
}

/**
 * Measured, Chromium 156 and Firefox 153 (failures.md, sections d and e: turn.udp.dead, ice.nocand, ice.port<1024,
 * ice.unreachable, net.loss). Chromium stays in `new` for ever where Firefox fails.
 */
export const browserClocks = {
  chromium: {
    server: 39_900,
    noCandidates: undefined,
    unusableCandidates: undefined,
    checks: 15_100,
    loss: 16_000,
  },
  firefox: {
    server: 11_100,
    noCandidates: 5_000,
    unusableCandidates: 5_000,
    checks: 11_100,
    loss: undefined,
  },
} as const satisfies Record<KnownBrowser, BrowserClocks>;

const unknown: BrowserClocks = {
  server: undefined,
  noCandidates: undefined,
  unusableCandidates: undefined,
  checks: undefined,
  loss: undefined,
};

/** The clocks of the browser that this user agent string names; of another, none is known. */
export function clocksOf(userAgent: string): BrowserClocks {
  if (/\bFirefox\//.test(userAgent)) return browserClocks.firefox;
  return /Chrom(?:e|ium)\//.test(userAgent) ? browserClocks.chromium : unknown;
}
