import { useEffect, useState } from 'preact/hooks';
import type { RecordingsModel } from '../../state/RecordingsModel.ts';

/** What is dropped anywhere, or pasted outside fields, is opened. Whether something is being dragged over the page. */
export function useArrivals(recordings: RecordingsModel): boolean {
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;

    function onDragOver(event: DragEvent) {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setDragging(true);
    }
    function onDragLeave(event: DragEvent) {
      // Out of the window, rather than from one element to the next.
      if (event.relatedTarget === null) setDragging(false);
    }
    function onDrop(event: DragEvent) {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setDragging(false);
      open(event.dataTransfer);
    }
    function onPaste(event: ClipboardEvent) {
      if (event.target instanceof Element && event.target.closest('input, textarea, [contenteditable]'))
        return;
      if (open(event.clipboardData)) event.preventDefault();
    }
    function open(data: DataTransfer | null): boolean {
      const file = data?.files[0];
      const text = data?.getData('text/plain') ?? '';
      if (file !== undefined) void recordings.openBlob(file, file.name);
      else if (text.trim() !== '') void recordings.openBlob(new Blob([text]), 'What was pasted');
      else return false;
      return true;
    }

    addEventListener('dragover', onDragOver, { signal });
    addEventListener('dragleave', onDragLeave, { signal });
    addEventListener('drop', onDrop, { signal });
    addEventListener('paste', onPaste, { signal });
    return () => stop.abort();
  }, [recordings]);

  return dragging;
}
