/** Names under `.test`, which never resolve (RFC 6761): a simulated request cannot reach the network. */
export const serviceOrigin = 'https://api.orga-ai.test';

/** The developer's own application. */
export const appOrigin = 'https://your-app.test';

export const sessionPath = '/api/orga-client-secrets';

/** Where it sends those who are not signed in. */
export const loginPath = '/login';

/** The key that the simulated service accepts: distinctive, so that a test can search for it. */
export const simulatedApiKey = 'sk_orga_ai_CANARY7f3a9c2e51d84b60a7';

/** One of the right form that it does not accept. */
export const wrongApiKey = 'sk_orga_ai_0000000000000000000000';

/** The user whom the simulated service does not know; it knows everybody else. */
export const unknownUser = 'nobody@example.com';
