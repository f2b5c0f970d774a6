/** Products of a user agent string (RFC 9110, section 10.1.5), the telling one first. */
const products = ['Firefox', 'Edg', 'OPR', 'Chromium', 'Chrome', 'Safari'] as const;

export interface BrowserName {
  readonly name: string;
  readonly version: string;
}

/** The browser that a user agent string names: `Chrome`, `156.0.0.0`; both `unknown` where it names none. */
export function browserName(userAgent: string): BrowserName {
  for (const name of products) {
    const [, version] = new RegExp(`\\b(?:Headless)?${name}/([\\w.]{1,40})`).exec(userAgent) ?? [];
    if (version !== undefined) return { name, version };
  }
  return { name: 'unknown', version: 'unknown' };
}
