import { chromiumEvidence } from './evidence/chromium.ts';
import { firefoxEvidence } from './evidence/firefox.ts';

export type Browser = 'chromium' | 'firefox';

/** What a browser lets a page see of one failure. */
export interface ExpectedEvidence {
  /** A sentence or two for people. */
  readonly sees: string;
  /** ms from the beginning of the step until the browser says something; `never`: it stays silent */
  readonly after?: readonly [from: number, to: number] | 'never';
  /** what is thrown, or comes in an event */
  readonly error?: { readonly name: string; readonly message?: string };
  /** of icecandidateerror */
  readonly candidateError?: { readonly errorCode: number; readonly errorText: string };
  readonly iceConnectionState?: string;
  readonly connectionState?: string;
  /** `not-verified`: nobody has looked yet */
  readonly source: Source;
}

/** `measured`: in the version of `browserVersions`; otherwise who says so. */
export type Source = 'measured' | 'not-verified' | 'MDN, getUserMedia';

/** Browser behaviour belongs to a version: these were measured, headless, on Linux. */
export const browserVersions: { readonly [B in Browser]: string } = {
  chromium: 'Chromium 156',
  firefox: 'Firefox 153',
};

/** What that browser shows of a failure of the connection; `undefined` for codes of other kinds. */
export function expected(code: string, browser: Browser): ExpectedEvidence | undefined {
  const table: Readonly<Record<string, ExpectedEvidence>> =
    browser === 'chromium' ? chromiumEvidence : firefoxEvidence;
  return Object.hasOwn(table, code) ? table[code] : undefined;
}

/** The browser that a user agent string names; `undefined` for others. */
export function browserOf(userAgent: string): Browser | undefined {
  if (/firefox\//i.test(userAgent)) return 'firefox';
  return /chrom(?:e|ium)\//i.test(userAgent) ? 'chromium' : undefined;
}
