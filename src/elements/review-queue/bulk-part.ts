/** What is fetched once something is selected. */
export { Bulk } from './bulk.js';
export { bulkStyles } from './bulk.styles.js';
