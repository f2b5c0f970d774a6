import { createHash, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { createCertificate } from './certificate.ts';

const now = Date.UTC(2026, 10, 22, 12);
const { cert, key, spki } = createCertificate(['api.orga-ai.com', '127.0.0.1'], now);

test('is good for its names and for no other', () => {
  const read = new X509Certificate(cert);
  expect(read.subjectAltName).toBe('DNS:api.orga-ai.com, IP Address:127.0.0.1');
  expect(read.checkHost('api.orga-ai.com')).toBe('api.orga-ai.com');
  expect(read.checkHost('example.com')).toBe(undefined);
  expect(read.checkIP('127.0.0.1')).toBe('127.0.0.1');
});

test('is valid for a week, beginning yesterday, for clocks that are late', () => {
  const { validFrom, validTo } = new X509Certificate(cert);
  expect(validFrom).toBe('Nov 21 12:00:00 2026 GMT');
  expect(validTo).toBe('Nov 28 12:00:00 2026 GMT');
});

test('vouches for itself with the key that comes with it', () => {
  const read = new X509Certificate(cert);
  expect(read.verify(read.publicKey)).toBe(true);
  expect(read.ca).toBe(true);
  expect(key).toMatch(/^-----BEGIN PRIVATE KEY-----/);
});

test('names its public key as Chromium wants it', () => {
  const der = new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' });
  expect(spki).toBe(createHash('sha256').update(der).digest('base64'));
});

test('each has a number of its own', () => {
  const other = new X509Certificate(createCertificate([], now).cert);
  expect(other.serialNumber).not.toBe(new X509Certificate(cert).serialNumber);
});
