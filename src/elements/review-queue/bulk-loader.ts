import type { ReactiveControllerHost } from 'lit';
import { PipelineError } from '../../adapter/index.js';
import type { Bulk, BulkHooks } from './bulk.js';
import type * as part from './bulk-part.js';

/** Fetches what several are decided with, once something is selected. */
export class BulkLoader {
  bulk: Bulk | undefined;
  error: PipelineError | undefined;
  #host: ReactiveControllerHost & HTMLElement;
  #hooks: BulkHooks;
  #fetch: () => Promise<typeof part>;
  #isLoading = false;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    hooks: BulkHooks,
    fetch = () => import('./bulk-part.js'),
  ) {
    this.#host = host;
    this.#hooks = hooks;
    this.#fetch = fetch;
  }

  load = () => {
    if (this.#isLoading || this.bulk) return;
    this.#isLoading = true;
    this.#fetch()
      .then(
        ({ Bulk, bulkStyles }) => {
          this.#host.shadowRoot!.adoptedStyleSheets.push(
            ...bulkStyles.map(({ styleSheet }) => styleSheet!),
          );
          this.bulk = new Bulk(this.#host, this.#hooks);
          this.error = undefined;
        },
        (thrown: unknown) => {
          this.error = new PipelineError('network', { detail: String(thrown) });
        },
      )
      .finally(() => {
        this.#isLoading = false;
        this.#host.requestUpdate();
      });
  };
}
