/**
 * The tests of the reference host, in Node: `node scripts/test-host.mjs [part of a path …]`.
 * PostgreSQL and the browsers come from the system, and on Debian as root are installed. What needs one
 * that is not there is skipped, by name.
 */
import { existsSync } from 'node:fs';
import { browserEnv, provideBrowsers } from './browsers.mjs';
import { installPackages } from './debian.mjs';
import { filesUnder } from './files.mjs';
import { runNodeTests } from './test-node.mjs';

const filters = process.argv.slice(2);
const files = filesUnder('test/host')
  .filter((file) => file.endsWith('.test.ts'))
  .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)));
if (files.length === 0) throw new Error('there is no such test');

if (!existsSync('/usr/lib/postgresql')) installPackages(['postgresql']);
const needsBrowser = files.some((file) => file.includes('/journeys'));
const env = { ...process.env, ...(needsBrowser && browserEnv(provideBrowsers())) };

// Whole journeys in three engines take a file longer than others.
const { passed, failed, skipped } = await runNodeTests(files, { env, timeout: 900_000 });
console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);
