import { draft as draftSchema, type Draft } from '../../contract/form.js';
import type { PipelineStore } from '../../store/index.js';
import { draftKey } from './resting-draft.js';

const SUBMITTED = 'submitted';

export interface ChannelHooks {
  /** Another tab has kept one. */
  onDraft: (draft: Draft) => void;
  /** Another tab has submitted it. */
  onSubmitted: () => void;
}

/** What the tabs with one subscription tell each other of its draft, whether a form is open or not. */
export class DraftChannel {
  #hooks: ChannelHooks;
  #channel: BroadcastChannel | undefined;

  constructor(hooks: ChannelHooks) {
    this.#hooks = hooks;
  }

  follow({ subscriptionId }: PipelineStore): () => void {
    const channel = openChannel(draftKey(subscriptionId));
    this.#channel = channel;
    channel?.addEventListener('message', ({ data }) => {
      if (data === SUBMITTED) return this.#hooks.onSubmitted();
      const draft = draftSchema.safeParse(data);
      if (draft.success) this.#hooks.onDraft(draft.data);
    });
    return () => {
      channel?.close();
      this.#channel = undefined;
    };
  }

  /** Tells of a draft that is kept now; without one, that it was submitted. */
  tell(draft?: Draft) {
    this.#channel?.postMessage(draft ?? SUBMITTED);
  }
}

/** Undefined where the page is kept apart from others, as in a sandbox: there are no other tabs then. */
function openChannel(name: string): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(name);
  } catch {
    return undefined;
  }
}
