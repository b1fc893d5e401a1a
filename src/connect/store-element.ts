import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { PipelineStore } from '../store/index.js';
import type { Strings } from './strings.js';

/** An element that shows what is in a store. */
export class StoreElement extends LitElement {
  /** The store to show; the nearest provider's when absent. */
  @property({ attribute: false }) store?: PipelineStore | undefined;
  /** Phrases of the page's own. */
  @property({ attribute: false }) strings?: Strings | undefined;
}
