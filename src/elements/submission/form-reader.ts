import type { ReactiveControllerHost } from 'lit';
import { PipelineError, type ReadOptions } from '../../adapter/index.js';
import { ReadController } from '../../connect/read-controller.js';
import type { StoreController } from '../../connect/store-controller.js';
import type { Draft, Form, Submission } from '../../contract/index.js';
import type { PipelineStore } from '../../store/index.js';
import { chooseDraft, type Drafts } from './drafts-of-tabs.js';
import type { Outliner } from './form-outline.js';
import { restingDraft } from './resting-draft.js';
import type { SubmissionSlice } from './submission-slice.js';

/** What a form is opened with. */
export interface Material extends Drafts {
  /** Null where the plan has none. */
  form: Form | null;
  /** Of a form that there is. */
  outline: Outliner | undefined;
  latest: Submission | null | undefined;
}

/** Reads what the form is opened with, and again when the snapshot tells of another form or attempt. */
export class FormReader {
  #host: ReactiveControllerHost;
  #slice: StoreController<SubmissionSlice>;
  #read: ReadController<Material & { key: string }>;

  /** @param onRead Called with what was read, before the element renders. */
  constructor(
    host: ReactiveControllerHost,
    slice: StoreController<SubmissionSlice>,
    onRead: (material: Material) => void,
  ) {
    this.#host = host;
    this.#slice = slice;
    this.#read = new ReadController(
      host,
      () => [slice.store, this.#key],
      async (store, options) => {
        const material = await this.#readAll(store, options);
        if (material && !options.signal?.aborted) onRead(material);
        return material;
      },
    );
  }

  /** What was read, unless it is of another time. */
  get material(): Material | undefined {
    const { value } = this.#read;
    return value?.key === this.#key ? value : undefined;
  }

  get error(): PipelineError | undefined {
    return this.#read.error;
  }

  /** Nothing of it is there, and nothing kept it from coming yet. */
  get isWaiting(): boolean {
    return this.#key !== undefined && !this.material && !this.error;
  }

  get isLoading(): boolean {
    return this.#read.isLoading;
  }

  /** What the form opens with from now on. */
  keep(draft: Draft | undefined) {
    const { value } = this.#read;
    if (value && draft) value.draft = value.atHost = draft;
    this.#host.requestUpdate();
  }

  run = () => void this.#read.run();

  get #key(): string | undefined {
    const { stage, hasForm, formVersion, submission: last, mayKeepDraft } = this.#slice.value ?? {};
    if (stage !== 'open' || !hasForm) return undefined;
    return [formVersion, last?.id, mayKeepDraft].join();
  }

  async #readAll({ adapter, subscriptionId = '' }: PipelineStore, { signal }: ReadOptions) {
    const key = this.#key;
    if (key === undefined) return undefined;
    const { submission: last, mayKeepDraft } = this.#slice.value!;
    const [form, kept, latest] = await Promise.all([
      adapter.getForm(subscriptionId, { signal }),
      mayKeepDraft ? adapter.getDraft(subscriptionId, { signal }) : undefined,
      last ? adapter.getLatestSubmission(subscriptionId, { signal }) : undefined,
    ]);
    const outline = form ? (await loadOutliner()).outlinerOf(form) : undefined;
    // One from before the last submission has become that submission.
    const since = last ? Date.parse(last.submittedAt) : -Infinity;
    const present = (draft: Draft | null | undefined) =>
      draft && Date.parse(draft.updatedAt) >= since ? draft : undefined;
    const drafts = chooseDraft(present(kept), present(restingDraft(subscriptionId)));
    return { ...drafts, key, form, outline, latest };
  }
}

/** Most of what the kit knows of forms, which a plan without one never needs. */
const loadOutliner = () =>
  import('./form-outline.js').catch((thrown: unknown) => {
    throw new PipelineError('network', { detail: String(thrown) });
  });
