import { useEffect, useState } from 'preact/hooks';
import { Button } from './Button.tsx';

interface CopyButtonProps {
  readonly label: string;
  readonly text: () => string | Promise<string>;
  readonly iconOnly?: boolean;
  readonly look?: 'plain' | 'quiet';
  readonly tabIndex?: number;
}

/** Says "Copied" for a moment, or that the browser refused. */
export function CopyButton({ label, text, iconOnly = false, look = 'quiet', tabIndex }: CopyButtonProps) {
  const [result, setResult] = useState<'copied' | 'refused' | undefined>(undefined);

  useEffect(() => {
    if (result === undefined) return;
    const timer = setTimeout(() => setResult(undefined), 2400);
    return () => clearTimeout(timer);
  }, [result]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(await text());
      setResult('copied');
    } catch {
      setResult('refused');
    }
  }

  const shown = result === 'copied' ? 'Copied' : result === 'refused' ? 'The browser refused to copy' : label;
  return (
    <Button
      label={shown}
      icon={result === 'copied' ? 'check' : 'copy'}
      look={look}
      iconOnly={iconOnly && result !== 'refused'}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onPress={copy}
    />
  );
}
