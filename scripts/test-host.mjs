/**
 * The tests of the reference host, in Node: `node scripts/test-host.mjs [part of a path …]`.
 * Those on a PostgreSQL server are skipped, by name, where there is none.
 */
import { filesUnder } from './files.mjs';
import { runNodeTests } from './test-node.mjs';

const filters = process.argv.slice(2);
const files = filesUnder('test/host')
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)));
if (files.length === 0) throw new Error('there is no such test');

const { passed, failed, skipped } = await runNodeTests(files);
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
