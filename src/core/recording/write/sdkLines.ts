import type { ClientOutcome } from '../../sdk/clientSdk.ts';
import type { NodeOutcome } from '../../sdk/nodeOutcome.ts';
import type { SdkView } from '../../sdk/sdkView.ts';

export interface SdkLine {
  /** `@orga-ai/node`, published version */
  readonly sdk: string;
  readonly says: string;
}

/** What the official SDKs show for a failure, a line for each of their versions that differs. */
export function sdkLines({ node, client }: SdkView): readonly SdkLine[] {
  return [
    { sdk: `@orga-ai/node ${node.same ? '' : '(published)'}`.trim(), says: nodeWords(node.published) },
    ...(node.same ? [] : [{ sdk: '@orga-ai/node (newer)', says: nodeWords(node.newer) }]),
    { sdk: `@orga-ai/react ${client.same ? '' : '(published)'}`.trim(), says: clientWords(client.published) },
    ...(client.same ? [] : [{ sdk: '@orga-ai/react (newer)', says: clientWords(client.newer) }]),
  ];
}

function nodeWords(outcome: NodeOutcome): string {
  switch (outcome.kind) {
    case 'throws': {
      const { className, status, code, message } = outcome.error;
      const facts = [
        ...(status === undefined ? [] : [`status ${status}`]),
        ...(code === undefined ? [] : [`code ${code}`]),
      ];
      return `throws ${className}${facts.length === 0 ? '' : ` (${facts.join(', ')})`}: “${message}”`;
    }
    case 'pending':
      return `Never settles. ${outcome.because}`;
    case 'resolves':
      return `Resolves with ${outcome.value}. ${outcome.because}`;
    case 'goes-on':
      return `No error here. ${outcome.because}`;
    case 'unknown':
      return `Cannot be told. ${outcome.because}`;
    case 'not-involved':
      return `Takes no part. ${outcome.because}`;
  }
}

function clientWords(outcome: ClientOutcome): string {
  switch (outcome.kind) {
    case 'rejects': {
      const { rejection, onError, states, after } = outcome;
      return `startSession() rejects with ${rejection.name} (${rejection.code}): “${rejection.message}”; onError ×${onError.times}: ${onError.name} “${onError.message}”; state ${states.join(' → ')}. ${after}`.trim();
    }
    case 'pending':
      return `startSession() never settles (${outcome.states.join(' → ')}). ${outcome.because}`;
    case 'resolves':
      return `startSession() resolves (${outcome.states.join(' → ')}). ${outcome.because}`;
    case 'not-observed':
      return outcome.because;
  }
}
