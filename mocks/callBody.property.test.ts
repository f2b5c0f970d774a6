import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCall } from './callBody.ts';

const call = fc.record(
  {
    offer: fc.oneof(fc.record({ sdp: fc.oneof(fc.string(), fc.anything()) }), fc.anything()),
    params: fc.oneof(fc.record({ temperature: fc.oneof(fc.double(), fc.anything()) }), fc.anything()),
  },
  { requiredKeys: [] },
);
const body = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.json(),
  call.map((value) => JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? 0 : part))),
);

test('any body of a call is answered: taken with its offer, or refused with a status and a reason', () => {
  fc.assert(
    fc.property(body, fc.boolean(), (text, paramsRequired) => {
      const read = readCall(text, paramsRequired);
      const answered =
        read.kind === 'call'
          ? text.includes(JSON.stringify(read.offerSdp))
          : [400, 422].includes(read.reply.status);
      expect(answered, JSON.stringify(read)).toBe(true);
    }),
    { numRuns: 300 },
  );
});
