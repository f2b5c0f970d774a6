import type { Proof } from '../diagnosis/diagnosis.ts';
import type { CredentialStory, Evidence } from '../diagnosis/evidence.ts';
import { duration } from './duration.ts';
import { type HttpTrouble, orgaHttp } from './reply.ts';

/** A 401 of ice-config or calls that is not explained by the kind of credential that was sent. */
export function refusal(evidence: Evidence): HttpTrouble | undefined {
  const trouble = orgaHttp(evidence, 401);
  if (trouble === undefined || trouble.at === 'client-secrets') return undefined;
  // A page in HTML is not this API's: something in between answered.
  if (!trouble.forwarded && trouble.reading.format === 'html') return undefined;
  if (trouble.forwarded || evidence.credential === undefined) return trouble;
  return evidence.credential.kind === 'token' ? trouble : undefined;
}

/** The story of a token that was refused here, not upstream of the backend. */
export function refusedToken(evidence: Evidence): CredentialStory | undefined {
  const trouble = refusal(evidence);
  return trouble === undefined || trouble.forwarded ? undefined : evidence.credential;
}

/** `exp` had passed when the request was made. */
export function isExpired({ expiredFor }: CredentialStory): boolean {
  return expiredFor !== undefined && expiredFor >= 0;
}

/** It was good at ice-config, in this attempt, and no longer at the call. */
export function expiredBetween({ trouble, credential }: Evidence): boolean {
  if (trouble.what !== 'http' || trouble.at !== 'calls' || credential === undefined) return false;
  return isExpired(credential) && !credential.expiredOnArrival && credential.passedIceConfig !== undefined;
}

/** `; it lived 15 min`, or nothing. */
export function lifetimeInWords({ received }: CredentialStory): string {
  const { issuedAt, expiresAt } = received ?? {};
  if (issuedAt === undefined || expiresAt === undefined) return '';
  return `; it lived ${duration((expiresAt - issuedAt) * 1_000)}`;
}

/** The token as it was received, and the request that carried it. */
export function tokenProofs({ credential, exchange }: Evidence, says: string): readonly Proof[] {
  const proofs: Proof[] = [];
  if (credential?.received !== undefined)
    proofs.push({ entry: credential.received.id, says: `${credential.name}: ${says}` });
  if (exchange?.request !== undefined && credential?.name !== undefined)
    proofs.push({ entry: exchange.request.id, says: `${credential.name} was sent` });
  return proofs;
}
