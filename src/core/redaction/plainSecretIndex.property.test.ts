import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeBase64, utf8Bytes } from '../base64.ts';
import { createRedactor, createRedactorOver } from '../redaction.ts';
import { PlainSecretIndex } from './plainSecretIndex.ts';

const plain = () =>
  createRedactorOver(
    new PlainSecretIndex((text, shift) => encodeBase64([...[0, 0].slice(0, shift), ...utf8Bytes(text)])),
  );

const secret = fc.stringMatching(/^[a-z0-9/+=ä]{9,24}$/);

test('it hides what the index for long sessions hides', () => {
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 5 }),
      fc.array(fc.oneof(fc.string(), fc.nat(4)), { maxLength: 8 }),
      fc.nat(3),
      (secrets, parts, how) => {
        const text = parts
          .map((part) => (typeof part === 'string' ? part : (secrets[part % secrets.length] ?? '')))
          .join(' ');
        const wrapped = how === 0 ? text : Buffer.from(text).toString(how === 1 ? 'base64' : 'base64url');
        const redacted = [plain(), createRedactor()].map((redactor) => {
          for (const each of secrets) redactor.name('secret', each);
          return redactor.redact(wrapped);
        });
        expect(redacted[0]).toBe(redacted[1]);
      },
    ),
  );
});
