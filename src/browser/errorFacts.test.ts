import { expect, test } from 'vitest';
import { errorFacts } from './errorFacts.ts';

/** As RTCError: every fact is a getter of the prototype, none an own property. */
class FakeRtcError extends DOMException {
  get errorDetail() {
    return 'sctp-failure';
  }
  get sctpCauseCode() {
    return 12;
  }
  get sdpLineNumber() {
    return null;
  }
}

test('a DOMException keeps the facts that stand on its prototype', () => {
  expect(errorFacts(new DOMException('Called in wrong state', 'InvalidStateError'))).toEqual({
    name: 'InvalidStateError',
    message: 'Called in wrong state',
    code: 11,
  });
});

test('a DOMException without a legacy code has no code', () => {
  expect(errorFacts(new DOMException('Failed', 'OperationError'))).toEqual({
    name: 'OperationError',
    message: 'Failed',
  });
});

test('an RTCError keeps its detail and its numbers, and none that are null', () => {
  expect(errorFacts(new FakeRtcError('Abort', 'OperationError'))).toEqual({
    name: 'OperationError',
    message: 'Abort',
    errorDetail: 'sctp-failure',
    sctpCauseCode: 12,
  });
});

test('a cause is kept', () => {
  const thrown = new TypeError('fetch failed', {
    cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
  });
  expect(errorFacts(thrown)).toEqual({
    name: 'TypeError',
    message: 'fetch failed',
    cause: { name: 'Error', message: 'refused', code: 'ECONNREFUSED' },
  });
});

test('the first error of an AggregateError stands as its cause', () => {
  expect(errorFacts(new AggregateError([new Error('one'), new Error('two')], 'all failed'))).toEqual({
    name: 'AggregateError',
    message: 'all failed',
    cause: { name: 'Error', message: 'one' },
  });
});

test('a circular cause ends', () => {
  const error: Error & { cause?: unknown } = new Error('round');
  error.cause = error;
  expect(JSON.stringify(errorFacts(error)).match(/round/g)?.length).toBe(5);
});

test.each([
  ['a text', 'boom', { name: 'string', message: 'boom' }],
  ['undefined', undefined, { name: 'undefined', message: 'undefined' }],
  ['a plain object', { a: 1 }, { name: 'Error', message: '[object Object]' }],
  [
    'an object without toString',
    Object.create(null),
    { name: 'Error', message: 'a value that cannot be shown' },
  ],
])('%s that was thrown has facts too', (_, thrown, facts) => {
  expect(errorFacts(thrown)).toEqual(facts);
});

test('a getter that throws is passed over', () => {
  const hostile = {
    message: 'kept',
    get name() {
      throw new Error('no');
    },
  };
  expect(errorFacts(hostile)).toEqual({ name: 'Error', message: 'kept' });
});
