import { diagnose } from '../diagnosis/diagnose.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import { gatherEvidence, gatherLiveEvidence } from '../diagnosis/gatherEvidence.ts';
import type { LogEntry } from '../session/log.ts';
import { type ClientOutcome, clientOutcome } from './clientSdk.ts';
import { type NodeOutcome, nodeOutcome } from './nodeOutcome.ts';

export interface Versions<Outcome> {
  /** what `npm install` gives: node 1.0.0-beta.1, core 1.0.0, react 1.0.5 */
  readonly published: Outcome;
  /** the vendor's repository: node 1.0.1, core and react 1.1.1 */
  readonly newer: Outcome;
  /** both versions do the same */
  readonly same: boolean;
}

/** "Your SDK shows": what the official SDKs make of the failure that ended a run. */
export interface SdkView {
  readonly node: Versions<NodeOutcome>;
  readonly client: Versions<ClientOutcome>;
  /** what must be known to read it, a sentence each */
  readonly notes: readonly string[];
}

/** What the SDKs show for the trouble of the last attempt; `undefined` when the run has no verdict. */
export function sdkView(log: readonly LogEntry[]): SdkView | undefined {
  const evidence = gatherEvidence(log) ?? (diagnose(log).length > 0 ? gatherLiveEvidence(log) : undefined);
  if (evidence === undefined) return undefined;
  return {
    node: versions((version) => nodeOutcome(evidence, version)),
    client: versions((version) => clientOutcome(evidence, version)),
    notes: notesOf(evidence),
  };
}

function versions<Outcome>(outcome: (version: 'published' | 'newer') => Outcome): Versions<Outcome> {
  const published = outcome('published');
  const newer = outcome('newer');
  return { published, newer, same: JSON.stringify(published) === JSON.stringify(newer) };
}

function notesOf({ exchange, trouble, route }: Evidence): readonly string[] {
  const notes: string[] = [];
  if (exchange?.response?.statusText === '' && exchange.error.failure.reason === 'http')
    notes.push(
      'The reply has no reason phrase, as always over HTTP/2: the SDK’s text ends after the status.',
    );
  const upstream = 'at' in trouble && (trouble.at === 'client-secrets' || trouble.at === 'ice-config');
  if (upstream && route === 'rest')
    notes.push(
      'The client SDK never asks this endpoint itself. Its row holds for a backend that lets the Node SDK’s error become a 500.',
    );
  if (upstream && trouble.what === 'http')
    notes.push('name is “OrgaAIError” for every class of the Node SDK; use instanceof.');
  return notes;
}
