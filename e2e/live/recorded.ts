/** A scenario file's content, as Replay saves it: the service refused to hand out a token. */
export const monday = {
  format: 'webrtc-session-replay',
  version: 1,
  title: 'Monday',
  story: 'The session of Monday.',
  route: 'rest',
  settings: {},
  limits: {},
  replies: {
    'client-secrets': [
      {
        kind: 'reply',
        status: 418,
        headers: { 'x-request-id': 'req_monday' },
        body: 'short and stout',
        delay: 0,
      },
    ],
  },
  tokens: {},
  expect: { outcome: 'failed', step: 'token', httpStatus: 418 },
  faithful: true,
  foresight: [],
} as const;
