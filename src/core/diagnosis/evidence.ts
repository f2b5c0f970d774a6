import type { BadReplyProblem, ConnectionFailure, ErrorFacts, SettingsFailure } from '../session/failure.ts';
import type { CandidatePairFacts, CredentialFacts, Endpoint, LogEntry, LogEntryOf } from '../session/log.ts';
import type { ReplyReading } from '../session/reply.ts';
import type { Route } from '../session/settings.ts';
import type { SessionStep } from '../session/step.ts';
import type { LintFinding } from '../webrtc/lintFinding.ts';
import type { ServerOutcome } from './serverOutcomes.ts';

/** An answer that a credential got earlier. */
export interface Use {
  readonly endpoint: Endpoint;
  readonly status: number;
  /** ms before the request that failed */
  readonly ago: number;
  readonly entry: string;
  readonly where: 'this-attempt' | 'earlier-attempt' | 'elsewhere';
  readonly attempt?: number;
}

/** All that is known locally of the credential of the request that failed. */
export interface CredentialStory {
  readonly kind: CredentialFacts['kind'];
  readonly name?: string;
  /** the `token` entry in which it says what it is */
  readonly received?: LogEntryOf<'token'>;
  /** epoch seconds */
  readonly expiresAt?: number;
  /** s from `exp` to the request; negative while it was valid */
  readonly expiredFor?: number;
  /** the clock that `expiredFor` was read from: the `Date` header of the reply, or this computer's */
  readonly clock: 'service' | 'local';
  /** `exp` had passed when it arrived */
  readonly expiredOnArrival: boolean;
  /** oldest first */
  readonly uses: readonly Use[];
  /** the successful call that spent it */
  readonly spentBy?: Use;
  /** it passed ice-config in this attempt before `exp` */
  readonly passedIceConfig?: { readonly entry: string; readonly ago: number };
  /** the session endpoint's reply that handed it out after it had been spent, or once more */
  readonly handedOutAgain?: LogEntryOf<'token'>;
}

/** What happened, brought to the place where it arose: on the backend route that is often upstream of the reply we saw. */
export type Trouble =
  | (Place & {
      readonly what: 'http';
      readonly status: number;
      readonly reading: ReplyReading;
    })
  | (Place & { readonly what: 'unreachable'; readonly text: string })
  | (Place & {
      readonly what: 'timeout';
      readonly phase: 'headers' | 'body';
      /** ms */
      readonly limit: number;
    })
  | (Place & { readonly what: 'timeout'; readonly phase: 'aborted'; readonly text: string })
  | (Place & {
      readonly what: 'bad-reply';
      readonly problem: BadReplyProblem;
      readonly fields: readonly string[];
      readonly status: number;
      readonly text?: string;
    })
  /** `@orga-ai/node` refused to be constructed in the backend */
  | (Place & {
      readonly what: 'setup';
      readonly lacks: 'api-key' | 'email' | 'valid-email';
      readonly text: string;
    })
  | { readonly what: 'connection'; readonly failure: ConnectionFailure }
  | { readonly what: 'settings'; readonly failure: SettingsFailure }
  | { readonly what: 'unexpected'; readonly error: ErrorFacts }
  /** the step failed and no entry says why */
  | { readonly what: 'unsaid' }
  /** nothing failed: the run is connected, or still waits */
  | { readonly what: 'nothing' };

interface Place {
  readonly at: Endpoint;
  /** read from what the backend passed on */
  readonly forwarded: boolean;
}

/** The request that failed, and what came back. */
export interface Exchange {
  readonly error: LogEntryOf<'rest-error'>;
  readonly request?: LogEntryOf<'request'>;
  readonly response?: LogEntryOf<'response'>;
  /** path of its URL */
  readonly path: string;
  /** host of its URL */
  readonly host: string;
}

/** How far the run is that is judged. */
export type Phase = 'failed' | 'connected' | 'waiting';

/** A session description, with the entry that has it. */
export interface Description {
  readonly sdp: string;
  readonly entry: string;
}

/** What the browser showed of the connection in the last attempt. */
export interface ConnectionStory {
  /** as the call carried it; before the call, as the browser began it */
  readonly offer?: Description;
  readonly answer?: Description;
  /** an offer that came where an answer belongs */
  readonly counterOffer?: LogEntryOf<'description'>;
  /** lint of offer and answer */
  readonly lint: readonly LintFinding[];
  readonly states: readonly LogEntryOf<'state'>[];
  /** without the messages */
  readonly channel: readonly LogEntryOf<'channel'>[];
  /** received over the channel */
  readonly messages: number;
  readonly statistics: readonly LogEntryOf<'statistics'>[];
  readonly tracks: readonly LogEntryOf<'track'>[];
  readonly media: readonly LogEntryOf<'media'>[];
  /** silences that last, the longest first */
  readonly silences: readonly LogEntryOf<'watch'>[];
  /** up to a moment after the failure: at waking up, the timers fire in any order */
  readonly sleeps: readonly LogEntryOf<'sleep'>[];
  readonly policy: 'all' | 'relay';
  readonly iceServers?: LogEntryOf<'ice-servers'>;
  /** what became of each server that the connection was given */
  readonly servers: readonly ServerOutcome[];
  /** own candidates, without the ends of candidates */
  readonly localCandidates: readonly LogEntryOf<'candidate'>[];
  readonly candidateErrors: readonly LogEntryOf<'candidate-error'>[];
  /** gathering ended, or was cut off by the limit that the SDK has */
  readonly gathered?: LogEntryOf<'state'>;
  readonly cutOff?: LogEntryOf<'note'>;
  /** `a=candidate` lines of the answer and remote candidates of the log */
  readonly remoteCandidates: number;
  /** the last pairs that statistics still had, with the entry that had them */
  readonly pairs?: { readonly entry: string; readonly pairs: readonly CandidatePairFacts[] };
}

/** What a recogniser may read. Never the target, a scenario, or what the debugger altered on purpose. */
export interface Evidence {
  readonly log: readonly LogEntry[];
  readonly run?: LogEntryOf<'run-started'>;
  readonly route: Route;
  readonly attempt: number;
  readonly phase: Phase;
  /** the step that failed, or that waits */
  readonly step: SessionStep;
  /** the entry that tells why; where nothing failed, the one that tells how far the run is */
  readonly failing: LogEntry;
  readonly trouble: Trouble;
  readonly exchange?: Exchange;
  readonly credential?: CredentialStory;
  readonly connection: ConnectionStory;
}
