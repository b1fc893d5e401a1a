import { fileReference } from '../contract/index.js';
import { unlessAborted } from './abort.js';
import type { UploadFile } from './adapter.js';
import { PipelineError, toPipelineError } from './error.js';

/**
 * A host's own hook, held to what every operation keeps: it rejects with a PipelineError alone, ends
 * with its signal even if the hook does not look at it, and tells progress from 0 to 1 until then.
 */
export const guardUpload =
  (upload: UploadFile): UploadFile =>
  async (file, { signal = new AbortController().signal, fieldId, onProgress }) => {
    let isOver = signal.aborted;
    const tell = (share: number) => {
      if (!isOver && !signal.aborted) onProgress?.(Math.min(Math.max(share || 0, 0), 1));
    };
    try {
      if (isOver) throw new PipelineError('aborted');
      // In a promise, for a hook may throw before it gives one.
      const started = (async () => upload(file, { fieldId, signal, onProgress: tell }))();
      const stored = fileReference.safeParse(await unlessAborted(signal, started));
      if (stored.success) return stored.data;
      throw new PipelineError('unreadable', { detail: 'uploadFile' });
    } catch (thrown) {
      if (signal.aborted) throw new PipelineError('aborted');
      // What a fetch throws that got no answer.
      throw thrown instanceof TypeError ? new PipelineError('network') : toPipelineError(thrown);
    } finally {
      isOver = true;
    }
  };
