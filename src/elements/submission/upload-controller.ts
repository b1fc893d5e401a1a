import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { toPipelineError, type PipelineError } from '../../adapter/error.js';
import { fileProblem } from '../../contract/file.js';
import type { Answer, Field } from '../../contract/index.js';
import type { PipelineStore } from '../../store/index.js';

/** A file that was chosen and is not an answer yet. */
export interface Upload {
  readonly file: File;
  /** Why not: `uploading`, `not_uploaded`, or what the field does not take of it. */
  readonly code: string;
  /** From 0 to 1; undefined until the host tells. */
  share?: number;
  readonly error?: PipelineError;
  readonly stop?: AbortController;
}

export interface UploadHooks {
  store: () => PipelineStore | undefined;
  onDone: (fieldId: string, answer: Answer) => void;
  /** To be said politely. */
  say: (phrase: 'uploading' | 'uploaded' | 'notUploaded', name: string) => void;
}

/** The files on their way to the host, one a field; a field's answer is the host's reference alone. */
export class UploadController implements ReactiveController {
  /** Why a field has no answer yet, by field. Another map whenever that changes. */
  codes: ReadonlyMap<string, string> = new Map();
  #host: ReactiveControllerHost & HTMLElement;
  #hooks: UploadHooks;
  #uploads = new Map<string, Upload>();

  constructor(host: ReactiveControllerHost & HTMLElement, hooks: UploadHooks) {
    this.#host = host;
    this.#hooks = hooks;
    host.addController(this);
  }

  /** What is half way stays there, to be tried again. */
  hostDisconnected() {
    for (const [fieldId, { file, stop }] of this.#uploads) {
      if (stop) this.#set(fieldId, { file, code: 'not_uploaded' });
    }
  }

  /** Whether the host takes files at all. */
  get isPossible(): boolean {
    return this.#hooks.store()?.adapter.uploadFile !== undefined;
  }

  at(fieldId: string): Upload | undefined {
    return this.#uploads.get(fieldId);
  }

  /** Takes a file for a field, in place of another one; what the field does not take is not sent. */
  choose(field: Field, file: File) {
    const code = fileProblem(field, file);
    if (code) this.#set(field.id, { file, code });
    else void this.#send(field.id, file);
  }

  retry(fieldId: string) {
    void this.#send(fieldId, this.#uploads.get(fieldId)!.file);
  }

  /** Gives a file up, whether it is on its way or not. */
  drop(fieldId: string) {
    this.#set(fieldId);
  }

  clear() {
    for (const fieldId of this.#uploads.keys()) this.#set(fieldId);
  }

  async #send(fieldId: string, file: File) {
    const { store, say, onDone } = this.#hooks;
    const { adapter, report } = store()!;
    const stop = new AbortController();
    const upload: Upload = { file, code: 'uploading', stop };
    this.#set(fieldId, upload);
    say('uploading', file.name);
    let answer: Answer;
    try {
      answer = await adapter.uploadFile!(file, {
        fieldId,
        signal: stop.signal,
        onProgress: (share) => {
          upload.share = share;
          this.#host.requestUpdate();
        },
      });
    } catch (thrown) {
      // Nobody waits for it any more.
      if (stop.signal.aborted) return;
      const error = toPipelineError(thrown);
      report(error);
      this.#set(fieldId, { file, code: 'not_uploaded', error });
      say('notUploaded', file.name);
      return;
    }
    if (stop.signal.aborted) return;
    this.#set(fieldId);
    onDone(fieldId, answer);
    say('uploaded', file.name);
  }

  #set(fieldId: string, upload?: Upload) {
    this.#uploads.get(fieldId)?.stop?.abort();
    if (upload) this.#uploads.set(fieldId, upload);
    else this.#uploads.delete(fieldId);
    this.codes = new Map([...this.#uploads].map(([id, { code }]) => [id, code]));
    this.#host.requestUpdate();
  }
}
