import type { CredentialFacts } from '../../core/session/log.ts';
import type { StepSummary } from '../../core/session/summary.ts';
import { duration } from '../../core/session/wording.ts';
import { EntryLink } from '../kit/EntryLink.tsx';
import type { Fact } from '../kit/Facts.tsx';
import { LongText } from '../kit/LongText.tsx';
import { stateWords } from '../steps/stepWords.ts';
import type { Inspected } from './inspected.ts';

const credentialKinds: Readonly<Record<CredentialFacts['kind'], string>> = {
  'api-key': 'an API key',
  token: 'an ephemeral token',
  undefined: 'the text “undefined” or “null”',
  none: 'none: no Authorization header',
  other: 'neither a token nor an API key',
};

export function stepFacts(step: StepSummary, onSelect: (id: string) => void): readonly Fact[] {
  const took = step.took === undefined ? '' : ` after ${duration(step.took)}`;
  return [
    ['State', `${stateWords[step.state].word}${took}`],
    [
      'Why',
      step.failedBy === undefined ? undefined : (
        <EntryLink id={step.failedBy} text={`entry ${step.failedBy}`} onSelect={onSelect} />
      ),
    ],
  ];
}

/** What the specification wants seen of a request: status, type, param, code, correlation id, timing. */
export function exchangeFacts({ request, response, error }: Inspected): readonly Fact[] {
  const http = error?.http;
  const id = response?.correlationId ?? error?.correlationId;
  const hidden =
    response !== undefined && !response.correlationExposed ? 'not exposed by the service' : undefined;
  const name = request?.credential.name;
  return [
    [
      'Request',
      request && (
        <code>
          <LongText text={`${request.method} ${request.url}`} />
        </code>
      ),
    ],
    ['Status', response && `${response.status} ${response.statusText}`],
    [
      'Type',
      http?.type && (
        <code>
          <LongText text={http.type} />
        </code>
      ),
    ],
    [
      'Param',
      http?.param && (
        <code>
          <LongText text={http.param} />
        </code>
      ),
    ],
    [
      'Code',
      http?.code && (
        <code>
          <LongText text={http.code} />
        </code>
      ),
    ],
    ['Message', http?.message && <LongText text={http.message} />],
    [
      'Correlation id',
      id === undefined ? (
        hidden
      ) : (
        <code>
          <LongText text={id} />
        </code>
      ),
    ],
    [
      'Timing',
      response &&
        `headers after ${duration(response.headersAfter)}, all of it after ${duration(response.took)}`,
    ],
    ['Retry after', response?.retryAfter === undefined ? undefined : `${response.retryAfter} s`],
    [
      'Credential',
      request && `${credentialKinds[request.credential.kind]}${name === undefined ? '' : ` · ${name}`}`,
    ],
    ['Altered on purpose', request?.altered.join('; ')],
  ];
}
