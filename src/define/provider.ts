import { PipelineProvider } from '../composed/provider/provider.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.provider, PipelineProvider);

declare global {
  interface HTMLElementTagNameMap {
    'golive-provider': PipelineProvider;
  }
}
