import { useState } from 'preact/hooks';
import { Button } from './Button.tsx';

/** Text of a server, as text: what is long is cut, with a way to all of it. */
export function LongText({ text, limit = 300 }: { readonly text: string; readonly limit?: number }) {
  const [all, setAll] = useState(false);
  if (all || text.length <= limit) return <>{text}</>;
  return (
    <>
      {text.slice(0, limit)}…{' '}
      <Button
        label={`Show all (${text.length.toLocaleString('en')} characters)`}
        look="quiet"
        onPress={() => setAll(true)}
      />
    </>
  );
}
