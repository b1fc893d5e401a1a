/** The command line of the conformance suite, apart from where the suite itself is loaded from. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const usage = `Holds a host against the contract of GoLive Elements.

  golive-conformance --url https://host.example/api --setup hooks.mjs \\
    --developer-header 'Authorization: Bearer …' --reviewer-header 'Authorization: Bearer …'

  --url                      where the paths of the contract begin
  --setup                    a module with hooks, createSubscription at least; see docs/conformance.md
  --developer-header         a header that signs the developer in; may be given several times
  --reviewer-header          one that signs a reviewer in
  --other-developer-header   one of a developer of another company
  --second-reviewer-header   one of another reviewer of the same provider
  --foreign-reviewer-header  one of a reviewer of another provider
  --only                     only checks whose id begins so; may be given several times
  --quick                    leaves out what waits for longer than anybody likes
  --parallel                 how many checks run side by side; 8 when absent
  --junit, --json            also writes a report of this kind to a file
  --list                     names every check, and asks nothing

Ends with 0 when every promise is kept, with 1 when one is broken, with 2 when it could not be tested.
`;

const text = { type: 'string' };
const texts = { type: 'string', multiple: true };
const flag = { type: 'boolean' };
const options = {
  url: text,
  setup: text,
  'developer-header': texts,
  'reviewer-header': texts,
  'other-developer-header': texts,
  'second-reviewer-header': texts,
  'foreign-reviewer-header': texts,
  only: texts,
  quick: flag,
  parallel: text,
  junit: text,
  json: text,
  list: flag,
  help: flag,
};

/** `otherDeveloper` → `other-developer-header`. */
const optionOf = (caller) =>
  `${caller.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)}-header`;

/** Resolves with the code that the process ends with. */
export async function main(args, suite, write = (line) => process.stdout.write(`${line}\n`)) {
  try {
    const { values } = parseArgs({ args, options });
    if (values.help) {
      write(usage);
      return 0;
    }
    if (values.list) {
      for (const { id, title } of suite.allChecks) write(`${id.padEnd(56)} ${title}`);
      return 0;
    }
    const missing = ['url', 'setup'].find((name) => !values[name]);
    if (missing) {
      write(`The host could not be tested: --${missing} is missing\n\n${usage}`);
      return 2;
    }
    const report = await suite.runConformance({
      baseUrl: values.url,
      hooks: await hooksOf(values.setup),
      headers: headersOf(values, suite.callers),
      only: values.only ?? [],
      quick: values.quick ?? false,
      parallel: numberOf(values.parallel ?? '8'),
    });
    if (report.results.length === 0) throw new Error('no check has an id that begins so');
    write(suite.textReport(report));
    if (values.junit) writeFileSync(values.junit, suite.junitReport(report));
    if (values.json) writeFileSync(values.json, suite.jsonReport(report));
    return suite.countsOf(report).failed > 0 ? 1 : 0;
  } catch (error) {
    write(`The host could not be tested: ${error.message}`);
    if (error.code?.startsWith('ERR_PARSE_ARGS')) write(`\n${usage}`);
    return 2;
  }
}

async function hooksOf(file) {
  const hooks = await import(pathToFileURL(resolve(file)).href);
  if (typeof hooks.createSubscription !== 'function') {
    throw new Error(`${file} does not export createSubscription`);
  }
  return hooks;
}

function headersOf(values, callers) {
  const given = callers.map((caller) => [caller, values[optionOf(caller)]?.map(parseHeader)]);
  const pairs = given.filter(([, lines]) => lines !== undefined);
  return Object.fromEntries(pairs.map(([caller, lines]) => [caller, Object.fromEntries(lines)]));
}

function parseHeader(line) {
  const at = line.indexOf(':');
  // The line itself may be a secret.
  if (at <= 0) throw new Error('a header is written as "Name: value"');
  return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
}

function numberOf(given) {
  const number = Number(given);
  if (Number.isInteger(number) && number > 0) return number;
  throw new Error('--parallel is a number of 1 or more');
}
