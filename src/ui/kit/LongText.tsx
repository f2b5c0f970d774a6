import { useState } from 'preact/hooks';
import { beginningOf, visibleText } from '../../core/session/visibleText.ts';
import { Button } from './Button.tsx';

/** Foreign text, as text: what hides in it is spelt; what is long is cut, with a way to all of it. */
export function LongText({ text, limit = 300 }: { readonly text: string; readonly limit?: number }) {
  const [all, setAll] = useState(false);
  if (all || text.length <= limit) return <>{visibleText(text)}</>;
  return (
    <>
      {visibleText(beginningOf(text, limit))}…{' '}
      <Button
        label={`Show all (${text.length.toLocaleString('en')} characters)`}
        look="quiet"
        onPress={() => setAll(true)}
      />
    </>
  );
}
