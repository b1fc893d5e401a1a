import type { ReactiveControllerHost } from 'lit';
import { OnDemand, type OnDemandHooks } from '../../connect/on-demand.js';
import type * as form from './form-part.js';

/** Fetches what an open form needs: once it is likely to be opened, at the latest when it is. */
export class FormLoader extends OnDemand<typeof form> {
  constructor(
    host: ReactiveControllerHost & HTMLElement,
    hooks: OnDemandHooks<typeof form>,
    fetch = () => import('./form-part.js'),
  ) {
    super(host, fetch, hooks);
  }

  /** The element shows that somebody waits for it. */
  override load() {
    super.load();
    if (this.isLoading) this.host.requestUpdate();
  }
}
