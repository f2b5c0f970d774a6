import { markTerms } from '../../core/markTerms.ts';
import { visibleText } from '../../core/session/visibleText.ts';
import { LongText } from './LongText.tsx';
import { Term } from './Term.tsx';

/** Nobody writes more about a failure; what is longer quotes a server. */
const longest = 2000;

/** A sentence of ours, whose terms explain themselves; what it quotes of a server stays text. */
export function Explained({ text }: { readonly text: string }) {
  if (text.length > longest) return <LongText text={text} limit={longest} />;
  return (
    <>
      {markTerms(visibleText(text)).map((part) =>
        part.term === undefined ? part.text : <Term key={part.term} term={part.term} word={part.text} />,
      )}
    </>
  );
}
