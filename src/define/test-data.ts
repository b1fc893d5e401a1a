import { TestData } from '../elements/test-data/test-data.js';
import { define } from './define.js';
import { tags } from './tags.js';

define(tags.testData, TestData);

declare global {
  interface HTMLElementTagNameMap {
    'golive-test-data': TestData;
  }
}
