export type NodeSdkVersion = 'published' | 'newer';

/** Where the SDK was: `getSessionConfig()` first posts to client-secrets, then gets ice-config. */
export type NodeSdkEndpoint = 'client-secrets' | 'ice-config';

/** What `@orga-ai/node` met. It never reads an error body, so the status line is all there is. */
export type NodeSdkCause =
  | { readonly kind: 'http'; readonly status: number; readonly statusText: string }
  /** refused, reset, no such host */
  | { readonly kind: 'network' }
  /** no headers within its `timeout` (10 s per request unless set) */
  | { readonly kind: 'timeout' }
  /** a 200 whose body is no JSON, or `null`: the text of the exception */
  | { readonly kind: 'json'; readonly text: string }
  /** `new OrgaAI(…)` itself refused */
  | { readonly kind: 'constructor'; readonly message: string };

export interface NodeSdkError {
  readonly className: 'OrgaAIAuthenticationError' | 'OrgaAIServerError' | 'OrgaAIError';
  /** constructor names, most derived first: what `instanceof` says yes to */
  readonly chain: readonly string[];
  /** always `OrgaAIError`, whatever the class */
  readonly name: 'OrgaAIError';
  readonly status?: number;
  readonly code?: 'AUTHENTICATION_ERROR' | 'SERVER_ERROR';
  readonly message: string;
}

export const ephemeralTokenPrefix = 'Failed to fetch ephemeral token: ';
export const iceServersPrefix = 'Failed to fetch ICE servers: ';
/** Stands before every message that means: there was no usable HTTP response. The status then says 500 all the same. */
export const sessionConfigPrefix = 'Failed to get session config: ';

/**
 * What `@orga-ai/node` throws. `published` is 1.0.0-beta.1 of the npm registry, `newer` the vendor's repository at 1.0.1.
 * Source: orga-contract.md section c, observed; the conformance test runs the published package itself.
 */
export function nodeSdkError(
  at: NodeSdkEndpoint,
  cause: NodeSdkCause,
  version: NodeSdkVersion,
): NodeSdkError {
  switch (cause.kind) {
    case 'http':
      if (at === 'client-secrets' && cause.status === 401) return authenticationError(version);
      return serverError(
        cause.status,
        `${at === 'client-secrets' ? ephemeralTokenPrefix : iceServersPrefix}${cause.statusText}`,
      );
    case 'network':
      return serverError(500, `${sessionConfigPrefix}fetch failed`);
    case 'timeout':
      return serverError(500, `${sessionConfigPrefix}This operation was aborted`);
    case 'json':
      return serverError(500, `${sessionConfigPrefix}${cause.text}`);
    case 'constructor':
      return {
        className: 'OrgaAIError',
        chain: ['OrgaAIError', 'Error'],
        name: 'OrgaAIError',
        message: cause.message,
      };
  }
}

function authenticationError(version: NodeSdkVersion): NodeSdkError {
  return {
    className: 'OrgaAIAuthenticationError',
    chain: ['OrgaAIAuthenticationError', 'OrgaAIError', 'Error'],
    name: 'OrgaAIError',
    status: 401,
    code: 'AUTHENTICATION_ERROR',
    message: version === 'published' ? 'Invalid API key or user email' : 'Invalid API key',
  };
}

function serverError(status: number, message: string): NodeSdkError {
  return {
    className: 'OrgaAIServerError',
    chain: ['OrgaAIServerError', 'OrgaAIError', 'Error'],
    name: 'OrgaAIError',
    status,
    code: 'SERVER_ERROR',
    message,
  };
}
