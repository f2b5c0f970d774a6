/** One thing in which offer and answer differ. */
export interface SdpDifference {
  readonly topic: string;
  readonly offer: string;
  readonly answer: string;
  readonly offerLine?: number;
  readonly answerLine?: number;
}

export function differencesThatMatter(
  _offer: string | undefined,
  _answer: string | undefined,
): readonly SdpDifference[] {
  return [];
}

/** What to say of the lines that differ, by number and side. */
export function differingLines(differences: readonly SdpDifference[]) {
  const lines = (side: 'offer' | 'answer') =>
    new Map(
      differences.flatMap((difference) => {
        const line = side === 'offer' ? difference.offerLine : difference.answerLine;
        return line === undefined ? [] : [[line, difference.topic] as const];
      }),
    );
  return { offer: lines('offer'), answer: lines('answer') };
}
