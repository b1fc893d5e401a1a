export { text } from '../../src/testing/text.js';
