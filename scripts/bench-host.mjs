/**
 * The reference host on PostgreSQL, with few submissions and with many. Loads come over HTTP from this
 * process; each host, and beside it a bare route with one SELECT on the same database, runs in one of its
 * own. All of them are asked in turn, round by round.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '../src/mocks/index.ts';
import { openPostgres } from '../demo/host/database/postgres.ts';
import { noPostgres, startPostgres } from '../test/host/postgres-server.ts';
import { MOST_VISITED, queueSearches } from '../test/host/queue-plan.ts';
import { acts, createSubject } from '../test/bench/host/subject.ts';

const CONNECTIONS = 8;
/** Requests a round. */
const COUNTS = { snapshot: 120, 'queue page': 80, submit: 40, decide: 40, bare: 120 };
/** Rounds that count for nothing: the engine compiles what is used often, and plans become generic. */
const REHEARSALS = 2;

/**
 * How many times longer a page of the longest queue may take than one of the shortest. A thousand times
 * as many rows make each index one or two levels deeper and put rows further apart; what is not flat
 * takes ten times as long and more.
 */
const BAR = 1.5;

const quantile = (numbers, part) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * part)];
const median = (numbers) => quantile(numbers, 0.5);
const grouped = (number) => Math.round(number).toLocaleString('en');

async function measure(subjects, rounds, pick) {
  const runs = [];
  for (let round = -REHEARSALS; round < rounds; round += 1) {
    const results = subjects.map(() => ({}));
    for (const act of acts) {
      const first = pick(subjects.length);
      for (let turn = 0; turn < subjects.length; turn += 1) {
        const at = (first + turn) % subjects.length;
        results[at][act] = await subjects[at].run(act, COUNTS[act]);
      }
    }
    if (round >= 0) runs.push(results);
  }
  return runs;
}

const rate = (run) => (run.times.length / run.total) * 1000;

/** One line an act and size. Gives how many times longer a page takes with the most than with the fewest. */
function reportTimes(subjects, runs) {
  console.log(
    `\n${''.padEnd(12)}submissions  requests/s   p50 ms   p99 ms  of the bare route's requests/s`,
  );
  for (const act of acts) {
    for (const [at, { submissions }] of subjects.entries()) {
      const those = runs.map((results) => results[at]);
      const times = those.flatMap((each) => each[act].times);
      const ratio = median(those.map((each) => rate(each[act]) / rate(each.bare)));
      console.log(
        act.padEnd(12) +
          grouped(submissions).padStart(11) +
          grouped(median(those.map((each) => rate(each[act])))).padStart(12) +
          median(times).toFixed(1).padStart(9) +
          quantile(times, 0.99).toFixed(1).padStart(9) +
          `  ${ratio.toFixed(2)}`,
      );
    }
  }
  return median(
    runs.map((results) => {
      const [few, many] = [results[0], results.at(-1)].map((each) =>
        median(each['queue page'].times),
      );
      return many / few;
    }),
  );
}

/** One line a query: what was looked at, in each size. Gives what is wrong. */
async function reportPlans(subjects) {
  const wrong = [];
  const sizes = subjects.map(({ submissions }) => grouped(submissions)).join(' / ');
  console.log(`\nprepared plans of a page of 50, of ${sizes} submissions\n`);
  console.log(`${''.padEnd(54)}rows looked at  8 kB pages     index`);
  for (const search of queueSearches(subjects.at(-1).middle)) {
    const name = search.startsWith('cursor') ? 'from the middle' : search;
    // For the values given, as at first, and for any, as after some calls: the last is printed.
    for (const mode of ['custom', 'generic']) {
      const plans = [];
      for (const subject of subjects) plans.push(await subject.plan(search, mode));
      for (const plan of plans) {
        if (plan.visited > MOST_VISITED) plan.wrong.push(`${plan.visited} rows`);
        wrong.push(...plan.wrong.map((what) => `${name}, ${mode} plan: ${what}`));
      }
      if (mode === 'custom') continue;
      const [visited, pages] = ['visited', 'pages'].map((key) =>
        plans.map((plan) => plan[key]).join(' / '),
      );
      const indexes = plans.at(-1).indexes.join(' ');
      console.log(`${name.padEnd(54)}${visited.padEnd(16)}${pages.padEnd(15)}${indexes}`);
    }
  }
  const { text } = await subjects.at(-1).plan('state=waiting,rejected', 'generic');
  console.log(`\none of them, in the longest: state=waiting,rejected\n\n${text}`);
  return wrong;
}

/** What is no range of an index: a search. */
async function reportSearch(subjects) {
  console.log('\na search that finds nothing reads the whole queue');
  for (const subject of subjects) {
    const times = [];
    for (let turn = 0; turn < 3; turn += 1) times.push(await subject.timeOf('q=nobody at all'));
    console.log(
      `${grouped(subject.submissions).padStart(11)}${median(times).toFixed(0).padStart(7)} ms`,
    );
  }
}

/** Resolves with whether a plan or the bar was missed. */
export async function benchHost({ rounds, sizes, seed }) {
  if (noPostgres) throw new Error(noPostgres);
  const random = seededRandom(seed);
  const pick = (below) => random(4).reduce((sum, byte) => sum * 256 + byte, 0) % below;
  const folder = mkdtempSync(join(tmpdir(), 'golive-bench-'));
  // The disk takes part, as it does in earnest.
  const server = await startPostgres('fsync=on', 'shared_buffers=2GB', 'max_wal_size=8GB');
  // However this ends.
  process.once('exit', () => server.stop());
  const subjects = [];
  try {
    for (const size of sizes) {
      const begun = performance.now();
      const root = openPostgres(server.url, { connections: 1 });
      await root.query(`CREATE DATABASE queue_${size}`);
      await root.close();
      const url = server.url.replace(/postgres$/, `queue_${size}`);
      const submits = (rounds + REHEARSALS) * COUNTS.submit;
      const about = { submissions: size, submits, connections: CONNECTIONS };
      subjects.push(await createSubject({ url, folder, pick, ...about }));
      const seconds = ((performance.now() - begun) / 1000).toFixed(0);
      console.log(
        `filled with ${grouped(subjects.at(-1).submissions)} submissions in ${seconds} s`,
      );
    }
    console.log(`${rounds} rounds in turn, ${CONNECTIONS} requests at once, seed ${seed}`);
    const wrong = await reportPlans(subjects);
    const times = reportTimes(subjects, await measure(subjects, rounds, pick));
    console.log(
      `\na page of the longest queue takes ${times.toFixed(2)} times as long as one of the shortest, bar ${BAR}`,
    );
    if (times > BAR) wrong.push('the longest queue is over the bar');
    await reportSearch(subjects);
    for (const what of wrong) console.log(`OVER ${what}`);
    return wrong.length > 0;
  } finally {
    await Promise.all(subjects.map((subject) => subject.close()));
    rmSync(folder, { recursive: true, force: true });
  }
}
