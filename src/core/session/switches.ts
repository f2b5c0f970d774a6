/**
 * What the contract only infers of the service, as switches of the simulated one (orga-contract.md, sections a and g).
 * Each key is also the name of its deep-link parameter.
 */
export interface Switches {
  /** Status of a request without an Authorization header. Documented: 403; stock FastAPI from 0.122 answers 401. */
  readonly missingAuthorization: 403 | 401;
  /** Whether `/calls` insists on `params`. Documented as optional. */
  readonly paramsRequired: boolean;
  /** Whether `client-secrets` insists on `email`. Older documentation and the published SDK: yes; current: no. */
  readonly emailRequired: boolean;
  /** Which successful request spends a token. Inferred: the call. */
  readonly tokenSpentBy: 'call' | 'ice-config';
  /** `exp - iat` of a minted token, seconds. The documentation's sample: 900. */
  readonly tokenLifetime: number;
  /** Whether the service exposes `x-request-id` across origins. Unknown. */
  readonly exposeRequestId: boolean;
  /** How long the simulated service takes to answer, ms. */
  readonly latency: number;
}

export const defaultSwitches: Switches = {
  missingAuthorization: 403,
  paramsRequired: false,
  emailRequired: false,
  tokenSpentBy: 'call',
  tokenLifetime: 900,
  exposeRequestId: true,
  latency: 20,
};
