// Fetched before anything is asked or shown once; nothing but the loader may import it.
export { renderQuestion } from './confirmation.view.js';
export { dialogsPartStyles } from './dialogs-part.styles.js';
export { renderReveal } from './reveal.view.js';
