/** The scenario's id in the page that plays it. */
export const replayId = 'replay';

/** Where a page leaves a replay for the simulated one in the same tab: JSON, without secrets as all recordings are. */
export const replayKey = 'session-replay';
