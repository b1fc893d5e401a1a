// Fetched once a submission is on the screen; nothing but the loader may import it.
export { renderAttempts } from './attempts.view.js';
export { panelPartStyles } from './panel-part.styles.js';
export { renderPreview, renderWritingTools } from './preview.view.js';
export { renderCredentials } from './credentials.view.js';
export { insertTemplate, renderTemplates } from './templates.view.js';
export { renderTextChanges } from './text-changes.view.js';
