import type { ReactiveControllerHost } from 'lit';
import type { PipelineError } from '../../adapter/index.js';
import type { StoreController } from '../../connect/index.js';
import type { Credential, Delivery, Lane } from '../../contract/index.js';
import { deliveryOf, isSameDelivery, type LaneSlice } from './lane-slice.js';

/** Tells the host which secrets the developer has, and keeps in mind what it has not heard yet. */
export class Deliveries {
  /** A delivery that the host could not be told of. */
  untold: { delivery: Delivery; error: PipelineError; pending: boolean } | undefined;
  #host: ReactiveControllerHost & { lane: Lane };
  #slice: StoreController<LaneSlice>;
  /** What was saved here, whatever the snapshot knows of it yet. */
  #saved: Delivery | undefined;

  constructor(host: ReactiveControllerHost & { lane: Lane }, slice: StoreController<LaneSlice>) {
    this.#host = host;
    this.#slice = slice;
  }

  /** Whether the developer has its present secrets. */
  has(credential: Credential): boolean {
    return isSameDelivery(this.#saved, deliveryOf(credential));
  }

  async tell(delivery: Delivery) {
    const { lane } = this.#host;
    const { store } = this.#slice;
    if (!store || this.untold?.pending) return;
    if (this.untold) this.untold = { ...this.untold, pending: true };
    this.#saved = delivery;
    this.#host.requestUpdate();
    const result = await store.confirmDelivery(lane, delivery);
    if (this.#host.lane !== lane || this.#slice.store !== store) return;
    this.untold = result.ok ? undefined : { delivery, error: result.error, pending: false };
    if (!result.ok && !result.error.canRetry) {
      // They are others by now.
      this.#saved = undefined;
      void store.refresh();
    }
    this.#host.requestUpdate();
  }
}
