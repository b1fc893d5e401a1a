import type { PipelineError } from '../adapter/index.js';
import type { Loaded } from '../store/index.js';

/** Of a snapshot that is not there: why, and whether it is being read again. */
export interface Missing {
  isKnown: boolean;
  error: PipelineError | undefined;
  isRetrying: boolean;
}

export const selectMissing = ({ value, error, loading }: Loaded<unknown>): Missing => ({
  isKnown: value !== undefined,
  error: value ? undefined : error,
  isRetrying: !value && !!error && loading,
});
