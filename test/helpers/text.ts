export { ownText, text } from '../../src/testing/text.js';
