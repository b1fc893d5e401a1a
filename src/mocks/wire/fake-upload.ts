import { PipelineError, type UploadFile } from '../../adapter/index.js';
import type { FakeHost } from '../host/host.js';
import { wait, type Faults } from './faults.js';

/** How often the progress is told. */
const STEPS = 4;

/**
 * The hook that stores a form's files at a fake host, which keeps no byte of them. It tells progress
 * in quarters and obeys faults of the operation `uploadFile`, the latency, and the signal.
 *
 * @example
 * createHttpAdapter({ baseUrl: '/api', uploadFile: createFakeUpload(host) });
 */
export const createFakeUpload =
  (host: FakeHost, faults?: Faults): UploadFile =>
  async (file, { signal, onProgress }) => {
    if (faults?.offline) throw new PipelineError('offline');
    const fault = faults?.take('uploadFile');
    const delay = (faults?.delay() ?? 0) / STEPS;
    for (let step = 0; step <= STEPS; step += 1) {
      // What is lost, is lost on its way.
      if (step === STEPS && fault?.kind === 'lose_request') throw new TypeError('no answer');
      onProgress?.(step / STEPS);
      if (step < STEPS) await wait(delay);
      signal?.throwIfAborted();
      if (faults?.offline) throw new TypeError('the line broke');
    }
    if (fault?.kind === 'fail') {
      const { code, status } = fault.problem;
      throw new PipelineError(code, { status });
    }
    const stored = await host.storeFile(file);
    if (fault?.kind === 'lose_answer') throw new TypeError('no answer');
    return stored;
  };
