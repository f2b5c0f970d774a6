import type { LintFinding } from '../lintFinding.ts';
import type { ServerUrl } from './serverUrl.ts';

export type ServerFlaw = Pick<LintFinding, 'title' | 'cause' | 'fix' | 'severity'>;

/** Judges one URL. */
export interface UrlRule {
  readonly id: string;
  readonly source: string;
  check(url: ServerUrl): ServerFlaw | undefined;
}

/** Judges all of them together; `url` is the one that it is about, if it is about one. */
export interface ListRule {
  readonly id: string;
  readonly source: string;
  check(
    urls: readonly ServerUrl[],
    relayOnly: boolean,
    report: (flaw: ServerFlaw & { readonly url?: string }) => void,
  ): void;
}
