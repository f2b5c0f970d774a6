/** SHA-256 of the report's own style and script (CSP Level 3, section 2.3.1): a test tells them when these change. */
export const hashes = {
  style: 'sha256-AXHnwOg0vSv/dpl8erVv2d6n48SfKjwQU/oRsMP+K3s=',
  script: 'sha256-UQQaFAC8sgaEbXDr7ER3ykJc/5XjXoz+uYUUOWgSHn4=',
} as const;

/** Nothing from anywhere, no script and no style but the report's own. */
export const policy = `default-src 'none'; style-src '${hashes.style}'; script-src '${hashes.script}'; base-uri 'none'; form-action 'none'`;
