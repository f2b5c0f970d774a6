import type { BadReplyProblem, ConnectionFailure, ErrorFacts, Failure } from './failure.ts';
import { restHttp } from './restHttp.ts';
import { duration, quoted } from './wording.ts';

/** What the log keeps of a failed HTTP response. */
interface HttpFacts {
  readonly type?: string;
  readonly code?: string;
  readonly param?: string;
  readonly message?: string;
}

/** What happened, in one plain line. What it means is the diagnosis. */
export function describeFailure(failure: Failure, http?: HttpFacts): string {
  switch (failure.reason) {
    case 'http':
      return describeHttp(
        failure.status,
        failure.reading.format,
        http ?? restHttp(failure.status, failure.reading),
      );
    case 'unreachable':
      return `no response: ${error(failure.error)}`;
    case 'bad-reply': {
      const fields = failure.fields.length === 0 ? '' : `: ${failure.fields.join(', ')}`;
      return `${failure.status}, but ${replyProblems[failure.problem]}${fields}`;
    }
    case 'timeout':
      return describeTimeout(failure);
    case 'settings':
      return `Setting ${failure.key} refused: ${failure.message}`;
    case 'unexpected':
      return `Unexpected: ${error(failure.error)}`;
    case 'unsupported':
      return `This browser has no ${failure.missing}`;
    case 'configuration':
      return `The browser refused the peer connection's configuration: ${error(failure.error)}`;
    case 'sdp':
      return `${failure.operation} failed: ${error(failure.error)}`;
    case 'ice':
      return `ICE found no path: ICE state ${failure.iceConnectionState}, connection state ${failure.connectionState}`;
    case 'dtls':
      return `DTLS failed: state ${failure.dtlsState}${failure.error === undefined ? '' : `, ${error(failure.error)}`}`;
    case 'channel':
      return `Data channel ${failure.event === 'close' ? 'closed by the far end' : 'error'}${failure.error === undefined ? '' : `: ${error(failure.error)}`}`;
    case 'candidate':
      return `addIceCandidate failed: ${error(failure.error)}`;
    case 'limit':
      return `The browser makes no further peer connection: ${error(failure.error)}`;
    case 'permission':
      return `Permission for the ${failure.device} was refused: ${error(failure.error)}`;
    case 'device':
      return `The ${failure.device} cannot be used: ${error(failure.error)}`;
  }
}

const replyProblems = {
  html: 'the body is HTML',
  empty: 'the body is empty',
  truncated: 'the JSON ends early',
  'too-large': 'the body is too large to be read here',
  'not-json': 'the body is not JSON',
  'error-body': 'the body tells of an error',
  'field-absent': 'a field is absent',
  'snake-case': 'the fields are in snake_case',
  'wrong-shape': 'the shape is wrong',
} as const satisfies Record<BadReplyProblem, string>;

const bodies = { html: 'HTML body', empty: 'empty body', 'malformed-json': 'malformed JSON' };

function describeHttp(status: number, format: string, { type, code, param, message }: HttpFacts): string {
  const body = Object.entries(bodies).find(([name]) => name === format)?.[1];
  const parts = [
    type,
    code === undefined || code === type ? undefined : `code ${code}`,
    param === undefined || param === '' ? undefined : `param ${param}`,
    body,
    message === undefined || message === '' ? undefined : quoted(message),
  ];
  return [String(status), ...parts.filter((part) => part !== undefined)].join(' ');
}

function describeTimeout(failure: Extract<Failure, { reason: 'timeout' }>): string {
  if ('waitingFor' in failure) return `${waits[failure.waitingFor]} within ${duration(failure.limit)}`;
  return failure.phase === 'headers'
    ? `no response within ${duration(failure.limit)}`
    : `${failure.status ?? 'headers'}, then a body that did not end within ${duration(failure.limit)}`;
}

const waits = {
  ice: 'ICE found no path',
  dtls: 'DTLS did not finish',
  channel: 'The data channel did not open',
  'session.created': 'No session.created came',
} as const satisfies Record<Extract<ConnectionFailure, { reason: 'timeout' }>['waitingFor'], string>;

function error(facts: ErrorFacts): string {
  return facts.message === '' ? facts.name : `${facts.name} ${quoted(facts.message)}`;
}
