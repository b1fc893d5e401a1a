// Fetched once a submission is on the screen; nothing but the loader may import it.
export { renderMore } from './more.view.js';
export { panelPartStyles } from './panel-part.styles.js';
export { renderPreview, renderWritingTools } from './preview.view.js';
export { insertTemplate, renderTemplates } from './templates.view.js';
export { renderTextChanges } from './text-changes.view.js';
