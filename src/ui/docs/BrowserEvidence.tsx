import { duration } from '../../core/session/wording.ts';
import {
  type Browser,
  browserVersions,
  type ExpectedEvidence,
  expected,
} from '../../core/webrtc/browserEvidence.ts';
import css from './Docs.module.css';

const browsers: readonly Browser[] = ['chromium', 'firefox'];

/** What each browser shows of a failure, and where that is known from; nothing for those that no browser has a part in. */
export function BrowserEvidence({ code }: { readonly code: string }) {
  const rows = browsers.flatMap((browser) => {
    const evidence = expected(code, browser);
    return evidence === undefined ? [] : [{ browser, evidence }];
  });
  if (rows.length === 0) return undefined;
  return (
    <dl class={css.browsers}>
      {rows.map(({ browser, evidence }) => (
        <div key={browser}>
          <dt>{browserVersions[browser]}</dt>
          <dd>
            <p>{evidence.sees}</p>
            <p class={css.quiet}>
              {details(evidence).map((detail, index) => (
                <span key={index}>{detail}</span>
              ))}
              {evidence.source !== 'not-verified' && <span>{evidence.source}</span>}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function details(evidence: ExpectedEvidence): readonly string[] {
  const { after, error, candidateError, iceConnectionState, connectionState } = evidence;
  return [
    after === undefined ? '' : after === 'never' ? 'never says anything' : `after ${span(after)}`,
    error === undefined ? '' : `${error.name}${error.message === undefined ? '' : ` “${error.message}”`}`,
    candidateError === undefined
      ? ''
      : `${candidateError.errorCode} ${candidateError.errorText === '' ? 'without a text' : `“${candidateError.errorText}”`}`,
    iceConnectionState === undefined ? '' : `iceConnectionState ${iceConnectionState}`,
    connectionState === undefined ? '' : `connectionState ${connectionState}`,
  ].filter((detail) => detail !== '');
}

function span([from, to]: readonly [from: number, to: number]): string {
  return from === to ? duration(from) : `${duration(from)} to ${duration(to)}`;
}
