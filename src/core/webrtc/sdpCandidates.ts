/** A candidate that stands in a session description. */
export interface SdpCandidate {
  /** candidate-attribute without `a=` */
  readonly candidate: string;
  readonly mid?: string;
}

/** The `a=candidate` lines of each media section, with the section's mid. */
export function candidatesInSdp(sdp: string): readonly SdpCandidate[] {
  return sdp
    .split(/^(?=m=)/m)
    .slice(1)
    .flatMap((section) => {
      const mid = /^a=mid:(\S+)/m.exec(section)?.[1];
      return Array.from(section.matchAll(/^a=(candidate:[^\r\n]+)/gm), ([, candidate = '']) =>
        mid === undefined ? { candidate } : { candidate, mid },
      );
    });
}

/** The description with these candidates in the sections of their mids, as the browser itself would complete it. */
export function withCandidates(sdp: string, candidates: readonly SdpCandidate[]): string {
  const end = sdp.includes('\r\n') ? '\r\n' : '\n';
  return sdp
    .split(/^(?=m=)/m)
    .map((section, index) => {
      if (index === 0) return section;
      const mid = /^a=mid:(\S+)/m.exec(section)?.[1];
      const lines = candidates
        .filter((each) => each.mid === mid && !section.includes(each.candidate))
        .map(({ candidate }) => `a=${candidate.replace(/^a=/, '')}${end}`);
      return section.endsWith('\n') ? section + lines.join('') : section;
    })
    .join('');
}
