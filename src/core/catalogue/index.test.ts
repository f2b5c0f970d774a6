import { expect, test } from 'vitest';
import { catalogueRow } from './catalogueRow.ts';
import type { CatalogueEntry } from './entry.ts';
import { type CatalogueCode, catalogue, findEntry, findVariant, type VariantOf } from './index.ts';

const entries: readonly CatalogueEntry[] = catalogue;

const promised: Readonly<Record<string, readonly string[]>> = {
  invalid_request_error: [
    'malformed',
    'wrong-key',
    'api-key',
    'token-as-key',
    'no-authorization',
    'offer',
    'not-a-token',
    'param',
    'other',
  ],
  not_found_error: ['user', 'base-path', 'legacy-path', 'other'],
  missing: ['email', 'offer', 'params', 'body', 'other'],
  invalid_ephemeral_token: ['expired', 'used', 'expired-between', 'unexplained', 'identifier'],
  OrgaAIAuthenticationError: ['401', '403', 'no-key'],
  OrgaAIServerError: ['500', '502', '503', '504', 'network-timeout', 'other'],
  timeout_error: ['no-response', 'stalled-body', 'aborted'],
  'service.rate-limited': ['retry-after', 'no-retry-after'],
  'network.unreachable': ['no-response', 'fetch-failed'],
  'network.cors': ['no-headers', 'preflight'],
  'network.local-access': ['refused'],
  'network.mixed-content': ['blocked', 'policy'],
  'network.offline': ['browser'],
  'clock.skew': ['behind', 'ahead'],
  'reply.unusable': ['html', 'empty', 'truncated', 'too-large', 'not-json', 'error-with-200'],
  'reply.incomplete': [
    'token-absent',
    'answer-absent',
    'conversation-id-absent',
    'ice-servers-shape',
    'snake-case',
  ],
  'request.invalid': ['json-invalid', 'other'],
  'credential.undefined': ['sent'],
  'backend.error-hidden': ['opaque'],
  'backend.login-required': ['refused', 'redirected'],
  'backend.route-missing': ['not-found'],
  'backend.silent': ['no-response'],
  'backend.cached-token': ['used'],
  'proxy.answered': ['page'],
  'status.unlisted': ['408', '413', 'other'],
  'settings.refused': ['value'],
  'media.denied': ['user', 'policy', 'os'],
  'media.notfound': ['none'],
  'media.busy': ['in-use'],
  'media.overconstrained': ['device'],
  'media.none': ['asked-for-nothing'],
  'media.ended': ['unplugged'],
  'media.silent': ['zeros'],
  'media.noframes': ['received'],
  'play.blocked': ['autoplay'],
  'ctx.insecure': ['origin'],
  'cfg.url': ['scheme', 'slashes', 'query', 'port'],
  'cfg.cred': ['absent', 'empty'],
  'cfg.port-blocked': ['firefox'],
  'cfg.refused': ['constructor'],
  'sdp.notsdp': ['text', 'json', 'html', 'empty'],
  'sdp.truncated': ['cut'],
  'sdp.no-final-crlf': ['trimmed'],
  'sdp.escaped-crlf': ['escaped'],
  'sdp.mline': ['count', 'order', 'mid'],
  'sdp.setup': ['actpass'],
  'sdp.no-fp': ['absent'],
  'sdp.no-ufrag': ['absent'],
  'sdp.no-rtcp-mux': ['absent'],
  'sdp.codec': ['none-common'],
  'sdp.dir': ['inactive', 'one-way'],
  'sdp.rejected-dc': ['port-0'],
  'sdp.rejected': ['other'],
  'sig.state': ['answer-twice'],
  'sig.glare': ['offer-to-offer'],
  'sig.type': ['misspelt'],
  'ice.add': ['early', 'garbage'],
  'pc.limit': ['too-many'],
  'turn.auth': ['refused', 'expired'],
  'turn.quota': ['reached'],
  'turn.udp.dead': ['no-answer'],
  'turn.tcp.refused': ['closed'],
  'turn.port-disallowed': ['silent'],
  'turns.tls': ['failed'],
  'ice.dns': ['lookup'],
  'ice.benign701': ['one-family'],
  'gather.timeout': ['cut-off'],
  'gather.none': ['nothing'],
  'gather.mdns': ['hidden'],
  'relay.noturn': ['policy'],
  'net.udp-blocked': ['relay-silent'],
  'ice.nocand': ['answer'],
  'ice.port-low': ['below-1024'],
  'ice.hostname': ['unresolved', 'relay'],
  'ice.lna': ['refused'],
  'ice.tcp-only-dead': ['passive'],
  'ice.unreachable': ['no-answer'],
  'ice.badpwd': ['password'],
  'dtls.fingerprint': ['mismatch'],
  'dc.remote-close': ['closed'],
  'net.loss': ['mid-call', 'far-end-silent'],
  'net.blip': ['recovered'],
  'net.restart-needed': ['after-failed'],
  'app.no-session': ['silent'],
  'clock.sleep': ['suspended'],
  'connection.unexplained': ['ice', 'dtls', 'channel'],
  'browser.no-webrtc': ['absent'],
  'debugger.unexpected': ['exception'],
};

test('the catalogue has exactly the promised codes and variants', () => {
  const found = Object.fromEntries(
    catalogue.map(({ code, variants }) => [code, Object.keys(variants).toSorted()]),
  );
  const expected = Object.fromEntries(
    Object.entries(promised).map(([code, variants]) => [code, variants.toSorted()]),
  );
  expect(found).toEqual(expected);
});

test('every entry and variant is put in words', () => {
  for (const { code, title, cause, remedy, variants } of entries) {
    for (const words of [title, cause, remedy, ...Object.values(variants).map((variant) => variant.title)]) {
      expect(words, code).toMatch(/\w.{5,}/);
    }
  }
});

test('the seven rows of the specification stand verbatim, in its order', () => {
  const rows = entries
    .map(catalogueRow)
    .filter(({ origin }) => origin === 'specification')
    .map(({ code, specification: row }) => [
      code,
      row?.surfaces,
      row?.statuses,
      row?.description,
      row?.recommendedAction,
    ]);
  expect(rows).toEqual([
    [
      'invalid_request_error',
      'REST (`/v1/realtime/client-secrets`, `/v1/realtime/ice-config`, `/v1/realtime/calls`)',
      '400 / 401',
      'Request is malformed or the bearer token is invalid/expired',
      'Regenerate an ephemeral token via `client-secrets` and retry',
    ],
    [
      'not_found_error',
      'REST',
      '404',
      'Resource not found or endpoint not recognized',
      'Verify the endpoint URL and check that the requested resource exists',
    ],
    [
      'missing',
      'REST',
      '422',
      'Required field absent in the query/body',
      'Supply the missing field (e.g. `offer`, `params`)',
    ],
    [
      'invalid_ephemeral_token',
      'REST (`ice-config`, `calls`)',
      '401',
      'Ephemeral token expired or already consumed',
      'Fetch a new token for each session; tokens are single-use',
    ],
    [
      'OrgaAIAuthenticationError',
      'Node SDK (`@orga-ai/node`)',
      '401 / 403',
      'Permanent API key is invalid or missing',
      'Verify that `ORGA_API_KEY` is correctly set in the environment',
    ],
    [
      'OrgaAIServerError',
      'Node SDK',
      '5xx / network timeout',
      'Upstream Orga Cloud responded with an error or timed out',
      'Retry with exponential backoff; inspect `error.status` and enable `debug: true`',
    ],
    [
      'timeout_error',
      'Node SDK',
      'client-side (no HTTP response)',
      'SDK timed out waiting for Orga Cloud',
      'Increase `timeout` in `OrgaAIConfig` or ensure outbound HTTPS is allowed',
    ],
  ]);
});

test('codes are spelt as ids', () => {
  for (const { code, variants } of catalogue) {
    for (const id of [code, ...Object.keys(variants)])
      expect(id).toMatch(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/);
  }
});

test('a discrepancy names variants that exist', () => {
  for (const { code } of catalogue) {
    const entry = findEntry(code);
    for (const { variants } of entry?.discrepancies ?? []) {
      for (const variant of variants ?? []) expect(Object.keys(entry?.variants ?? {})).toContain(variant);
    }
  }
});

test('a row is plain data', () => {
  const entry = findEntry('service.rate-limited');
  expect(entry && catalogueRow(entry)).toEqual({
    code: 'service.rate-limited',
    origin: 'debugger',
    title: 'Too many requests',
    cause: 'Whoever answered counts requests and has had enough of them for now.',
    remedy: 'Wait as long as Retry-After says, or a minute, and send fewer requests.',
    surfaces: ['token', 'call'],
    statuses: [429],
    variants: [
      {
        variant: 'retry-after',
        title: 'Too many requests; the reply says how long to wait',
        actor: 'backend',
      },
      {
        variant: 'no-retry-after',
        title: 'Too many requests; the reply does not say how long to wait',
        actor: 'backend',
      },
    ],
    discrepancies: [
      {
        topic: 'A 429',
        catalogue: 'The specification has no row for it.',
        observed: 'The Node SDK throws OrgaAIServerError with status 429 and does not read Retry-After.',
      },
    ],
  });
});

test('a name that every object has is no variant', () => {
  expect(findVariant('missing', 'constructor')).toBeUndefined();
  expect(findVariant('cfg.refused', 'constructor')?.title).toBe('The browser refused the ICE servers');
});

test('codes and variants are types', () => {
  const code: CatalogueCode = 'OrgaAIServerError';
  const variant: VariantOf<'OrgaAIServerError'> = '503';
  // @ts-expect-error: not a variant of this code
  const wrong: VariantOf<'OrgaAIServerError'> = '401';
  expect([code, variant, wrong]).toHaveLength(3);
});
