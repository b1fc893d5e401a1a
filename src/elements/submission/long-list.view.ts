// Fetched once a form shows a list this long; nothing else may import it.
export { combobox } from './combobox.js';
export { searchedBoxes } from './searched-boxes.js';
