import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { catalogue } from '../src/core/catalogue/index.ts';
import { connectionExpectations } from './connectionExpectations.ts';
import { expectations } from './expectations.ts';
import { failureRows, type Proof } from './failureRows.ts';

/** The list, section by section: a row without a cell in `failureRows` fails here. */
const list = {
  a: 'rest.network rest.timeout rest.envelope rest.nested rest.fastapi rest.html rest.empty rest.malformed rest.shape token.expired token.reused clock.skew ctx.insecure',
  b: 'media.denied media.denied.iframe media.denied.os media.notfound media.busy media.overconstrained media.none media.ended media.silent play.blocked',
  c: 'cfg.url cfg.cred cfg.port-blocked sdp.notsdp sdp.truncated sdp.no-final-crlf sdp.escaped-crlf sdp.mline sdp.setup sdp.no-fp sdp.no-ufrag sdp.no-rtcp-mux sdp.codec sdp.dir sdp.rejected-dc sig.state sig.glare sig.type ice.add pc.limit',
  d: 'turn.auth turn.quota turn.udp.dead turn.tcp.refused turn.port-disallowed turns.tls ice.dns ice.benign701 gather.timeout gather.none gather.mdns relay.noturn',
  e: 'ice.nocand ice.port-low ice.hostname ice.hostname+relay ice.tcp-only-dead ice.unreachable ice.badpwd ice.lna dtls.fingerprint dc.remote-close net.loss net.blip net.restart-needed media.noframes app.no-session',
  beside: 'net.udp-blocked clock.sleep',
} as const;

const cells = failureRows.flatMap(({ id, told }) =>
  Object.entries(told).map(([is, proof]) => ({ id, is, proof })),
);
const everyExpectation = [...expectations, ...connectionExpectations];

/** Named after what is seen, or shown elsewhere: no row of the list is theirs. */
const withoutRow = ['cfg.refused', 'cfg.port-blocked', 'sdp.rejected', 'connection.unexplained'];

function textOf(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}

function splitAtVariant(is: string): readonly [code: string, variant: string] {
  const entry = catalogue.find(({ code, variants }) =>
    Object.keys(variants).some((variant) => `${code}.${variant}` === is),
  );
  return [entry?.code ?? '', is.slice((entry?.code.length ?? 0) + 1)];
}

/** What is wrong with a proof; nothing where it shows what it should. */
function faultOf(is: string, proof: Proof): string | undefined {
  const [code, variant] = splitAtVariant(is);
  if (code === '') return 'the catalogue does not have it';
  if ('scenario' in proof) {
    const expected = everyExpectation.find(({ id }) => id === proof.scenario);
    if (expected === undefined) return `${proof.scenario} has no expectation`;
    const advice = 'advice' in expected ? expected.advice : undefined;
    return `${expected.code}.${expected.variant}` === is || advice === is
      ? undefined
      : `${proof.scenario} is expected to end otherwise`;
  }
  const text = 'test' in proof ? textOf(proof.test) : textOf(`../${proof.unit}`);
  const begin = text.indexOf(proof.title);
  if (begin === -1) return `no test “${proof.title}”`;
  const end = text.indexOf('\ntest', begin);
  const body = text.slice(begin, end === -1 ? undefined : end);
  return body.includes(code) && body.includes(variant) ? undefined : `“${proof.title}” asserts no ${is}`;
}

test('every row of the list has its cell, and no cell is without a row', () => {
  const rows = Object.values(list).flatMap((section) => section.split(' '));
  expect(failureRows.map(({ id }) => id)).toEqual(rows);
  expect(failureRows.filter(({ told }) => Object.keys(told).length === 0)).toEqual([]);
});

test.each(cells)('$id is provoked, and told as $is', ({ is, proof }) => {
  expect(faultOf(is, proof)).toBe(undefined);
});

test('a connection failure that the scenarios provoke has its reason typed', () => {
  const failed = connectionExpectations.filter(({ outcome }) => outcome === 'failed');
  expect(failed.filter(({ reason }) => reason === undefined)).toEqual([]);
});

test('every code of devices, configuration, SDP, ICE, DTLS and channel belongs to a row', () => {
  const own = catalogue
    .map(({ code }) => code)
    .filter((code) =>
      /^(?:media|play|ctx|cfg|sdp|sig|ice|pc|turns?|gather|relay|net|dtls|dc|app|clock|connection)\./.test(
        code,
      ),
    );
  const told = new Set(cells.map(({ is }) => splitAtVariant(is)[0]));
  expect(own.filter((code) => !told.has(code)).toSorted()).toEqual(withoutRow.toSorted());
});
