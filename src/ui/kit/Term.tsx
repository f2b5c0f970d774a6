import { useId, useState } from 'preact/hooks';
import type { GlossaryTerm } from '../../core/glossary.ts';
import { Icon } from './Icon.tsx';
import { lazyModule, lazyPart } from './lazyPart.tsx';
import css from './Term.module.css';

const TermText = lazyPart(
  'The explanation',
  lazyModule(() => import('./TermText.tsx')),
  (part) => part.TermText,
);

/** Where a term is asked about without its word; the others are abbreviations. */
const names: Readonly<Partial<Record<GlossaryTerm, string>>> = {
  answer: 'an SDP answer',
  candidate: 'a candidate',
  'candidate-pair': 'a candidate pair',
  'data-channel': 'a data channel',
  mdns: 'a .local candidate',
  offer: 'an SDP offer',
  token: 'an ephemeral token',
};

interface TermProps {
  readonly term: GlossaryTerm;
  /** the word in its sentence; a question mark where there is none */
  readonly word?: string;
}

/** Explains itself when it is asked: two sentences and the source, in a popover that the browser opens and closes. */
export function Term({ term, word }: TermProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        class={css.term}
        data-term={term}
        popovertarget={id}
        aria-label={word === undefined ? `What is ${names[term] ?? term.toUpperCase()}?` : undefined}
        title={`What is ${word ?? names[term] ?? term.toUpperCase()}?`}
      >
        {word ?? <Icon name="guess" />}
      </button>
      <span
        id={id}
        popover="auto"
        class={css.popover}
        onToggle={(event) => setOpen(event.currentTarget.matches(':popover-open'))}
      >
        {open && <TermText term={term} />}
      </span>
    </>
  );
}
