/** What is bundled for a wrong host: the fake host and its HTTP, without the demo around them. */
export { createFakeHost } from '../../../src/mocks/host/host.js';
export { createFakeFetch } from '../../../src/mocks/wire/fake-adapter.js';
