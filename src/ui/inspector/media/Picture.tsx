import { useEffect, useRef } from 'preact/hooks';
import css from './Media.module.css';

/** What the camera sees. */
export function Picture({ stream }: { readonly stream: MediaStream | undefined }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    element.srcObject = stream ?? null;
    // Muted video may always play; where it is refused all the same, the picture stays dark.
    element.play().catch(() => undefined);
    return () => {
      element.srcObject = null;
    };
  }, [stream]);
  return <video ref={video} class={css.picture} muted playsInline aria-label="Picture of the camera" />;
}
