/** What a page or a framework needs beside the tags. Registers nothing. */
export * from './adapter/index.js';
export * from './connect/index.js';
export type * from './contract/index.js';
export { addLanguage, type LanguageSource } from './i18n/languages.js';
export * from './store/index.js';
export { DeveloperPipeline } from './composed/pipeline/pipeline.js';
export { PipelineProvider } from './composed/provider/provider.js';
export { ProviderController, type ProviderHost } from './composed/provider-controller.js';
export { ReviewDesk } from './composed/review-desk/review-desk.js';
export { define } from './define/define.js';
export { defineAll, type DefineOptions } from './define/define-all.js';
export type { Theme } from './composed/theme.styles.js';
