/** The queue of 100,000 submissions beside one of 1,000, and beside the same rows drawn by hand. */
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { build, preview } from 'vite';
import { provideBrowsers, remedies } from './browsers.mjs';
import { freePort } from './children.mjs';
import { chromiumArgs } from './launchers.mjs';
import { minifyTemplatesPlugin } from './minify-templates.mjs';

const MANY = 100_000;
const FEW = 1_000;
/** Rounds that count for nothing: the engine compiles what is used often. */
const REHEARSALS = 4;

/** At most so many times what the baseline, or the short queue, takes. */
const bars = {
  'first page': { raw: 1.5, few: 1.2 },
  'next page': { raw: 1.5, few: 1.2 },
};

const outDir = resolve('node_modules/.bench');

/** Builds the page as a host would, and gives its address. */
async function servePage() {
  const root = resolve('test/bench');
  const shared = { configFile: false, root, publicDir: false, logLevel: 'error' };
  await build({
    ...shared,
    plugins: [minifyTemplatesPlugin()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      rolldownOptions: { input: resolve(root, 'queue.html') },
    },
  });
  const port = await freePort();
  const server = await preview({
    ...shared,
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: true },
  });
  return { server, address: `http://127.0.0.1:${port}/queue.html` };
}

const median = (numbers) => {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

async function measure(address, executablePath, rounds) {
  const browser = await puppeteer.launch({
    executablePath,
    args: [...chromiumArgs, '--js-flags=--expose-gc'],
    protocolTimeout: 600_000,
  });
  try {
    const page = await browser.newPage();
    page.on('pageerror', (thrown) => console.error(String(thrown)));
    await page.setViewport({ width: 1280, height: 900 });
    await page.goto(address);
    const bench = await page.evaluateHandle((...given) => prepare(...given), MANY, FEW, REHEARSALS);
    const results = [];
    for (let turn = 0; turn < rounds; turn += 1) {
      results.push(await bench.evaluate((each, at) => each.round(at), turn));
    }
    return { results, sum: await bench.evaluate((each) => each.sum()) };
  } finally {
    await browser.close();
  }
}

const milliseconds = (time) => time.toFixed(1).padStart(8);

/** One line an act. Gives whether a bar was missed. */
function report(results, { nodes, touched, late, host }) {
  console.log(
    `queue, ${results.length} rounds in turn: medians in ms from the act to the end of the frame that\n` +
      `shows it, the host's answer lying ready; by hand: the same ${nodes} nodes, texts, sheets, and\n` +
      `the focus where the element puts it\n`,
  );
  console.log(
    `${''.padEnd(18)}${'100,000'.padStart(8)}${'by hand'.padStart(9)}  ratio  bar` +
      `${'1,000'.padStart(10)}  ratio  bar`,
  );
  let isOver = touched > 1;
  const compare = (ratio, bar) => {
    if (bar !== undefined && ratio > bar) isOver = true;
    return `  ${ratio.toFixed(2).padStart(5)}  ${bar ?? '-  '}${bar && ratio > bar ? ' OVER' : ''}`;
  };
  for (const act of Object.keys(results[0].many)) {
    const [many, few, raw] = ['many', 'few', 'raw'].map((name) =>
      median(results.map((round) => round[name][act])),
    );
    console.log(
      `${act.padEnd(18)}${milliseconds(many)} ${milliseconds(raw)}${compare(many / raw, bars[act]?.raw)}` +
        `  ${milliseconds(few)}${compare(many / few, bars[act]?.few)}`,
    );
  }
  console.log(`\nrows touched when one changed: ${touched}, bar 1${touched > 1 ? ' OVER' : ''}`);
  console.log(
    `the fake host's own time for a page, not counted above:${milliseconds(median(host.many))} ms of ` +
      `100,000,${milliseconds(median(host.few))} ms of 1,000`,
  );
  if (late > 0) console.log(`${late} answers were not ready, and count with the host's own time`);
  return isOver;
}

/** Resolves with whether anything was over its bar. */
export async function benchQueue(rounds) {
  const { chromium } = provideBrowsers(['chromium']);
  if (!chromium) throw new Error(`No chromium: ${remedies.chromium}`);
  const { server, address } = await servePage();
  try {
    const { results, sum } = await measure(address, chromium, rounds);
    return report(results, sum);
  } finally {
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  }
}
