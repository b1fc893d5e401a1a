/** Which files belong to which part of the test run. Node 20 has no glob of its own. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Every file under `dir`, with forward slashes, relative to the project, in a stable order. */
export function filesUnder(dir) {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .sort();
}

const inNode = /^test\/node\/.*\.test\.ts$/;
const inE2e = /^test\/.*\.e2e\.ts$/;
const inCsp = /^test\/csp\/.*\.csp\.ts$/;
const inPackage = /^test\/package\/.*\.test\.ts$/;
const inBrowser = /^test\/(?!node\/|e2e\/|frameworks\/|host\/|package\/).*\.test\.ts$/;

/** Test files of each part; with `filters`, those whose path holds one of them. */
export function testFiles(filters = []) {
  const wanted = (file) => filters.length === 0 || filters.some((part) => file.includes(part));
  const files = filesUnder('test').filter(wanted);
  return {
    node: files.filter((file) => inNode.test(file)),
    package: files.filter((file) => inPackage.test(file)),
    browser: files.filter((file) => inBrowser.test(file)),
    e2e: files.filter((file) => inE2e.test(file)),
    csp: files.filter((file) => inCsp.test(file)),
  };
}
