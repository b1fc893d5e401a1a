import { pledge, type Check } from '../check.js';
import { expectAnswer, expectEqual, expectThat } from '../expect.js';
import { roadTo, sharedRoadTo } from '../stages.js';
import { decisionOn } from './reviews.js';

const known = pledge('versions', 'A reader is spared what has not changed: 304 on If-None-Match.');
const matched = pledge('versions', 'A decision counts for the version that the reviewer saw.');
const changes = pledge('versions', 'The version changes with anything in the snapshot.');
const apart = pledge('versions', 'A submission’s version changes with that submission alone.');

const noneMatch: Record<string, (etag: string) => string> = {
  same: (etag) => etag,
  weak: (etag) => `W/${etag}`,
  list: (etag) => `"other", ${etag}`,
};
const match: Record<string, [tag: (etag: string) => string, status: number, code?: string]> = {
  same: [(etag) => etag, 200],
  weak: [(etag) => `W/${etag}`, 200],
  other: [() => '"other"', 412, 'version_conflict'],
  any: [() => '*', 412, 'version_conflict'],
};

export const versionChecks: Check[] = [
  ...Object.entries(noneMatch).map(([name, tag]): Check => ({
    id: `versions/known/${name}`,
    title: `If-None-Match with the present version is 304: ${name}`,
    pledge: known,
    async run(context) {
      const road = await sharedRoadTo(context, 'built');
      const { version } = await road.snapshot();
      const headers = { 'If-None-Match': tag(`"${version}"`) };
      const answer = expectAnswer(await road.call('getSnapshot', { headers }), 304);
      expectEqual('the body', answer.text, '');
    },
  })),
  {
    id: 'versions/new',
    title: 'If-None-Match with another version is answered in full',
    pledge: known,
    async run(context) {
      const road = await roadTo(context, 'built');
      const { version } = await road.snapshot();
      await road.submit();
      for (const tag of ['"other"', `"${version}"`]) {
        const answer = await road.call('getSnapshot', { headers: { 'If-None-Match': tag } });
        expectEqual('phase', expectAnswer(answer, 200).body.phase, 'in_review');
      }
    },
  },
  {
    id: 'versions/review_in_full',
    title: 'a review is always answered in full, for it holds more than its version tells',
    pledge: known,
    async run(context) {
      const { submission, version } = await (await sharedRoadTo(context, 'in_review')).review();
      const headers = { 'If-None-Match': `"${version}"` };
      const answer = await context.call('reviewer', 'getReview', { id: submission.id, headers });
      expectAnswer(answer, 200);
    },
  },
  {
    id: 'versions/one_for_all',
    title: 'developer and reviewer read one version',
    pledge: changes,
    async run(context) {
      const road = await sharedRoadTo(context, 'in_review');
      const { version } = await road.snapshot();
      expectEqual('the reviewer’s', (await road.snapshot('reviewer')).version, version);
      expectEqual('the version after reading it', (await road.snapshot()).version, version);
    },
  },
  {
    id: 'versions/each_act',
    title: 'each act makes another version',
    pledge: changes,
    async run(context) {
      const road = await context.road('free');
      const seen = [(await road.snapshot()).version];
      const acts: [string, () => Promise<unknown>][] = [
        ['creating', () => road.create()],
        ['delivering', () => road.deliver(road.issued.sandbox!)],
        ['submitting', () => road.submit()],
        ['deciding', () => road.decide('approved')],
        ['creating in production', () => road.create('production')],
      ];
      const { regenerate, rotate } = context.capabilities;
      if (regenerate) acts.push(['regenerating', () => road.regenerate()]);
      if (rotate) acts.push(['rotating', () => road.rotate()]);
      for (const [what, act] of acts) {
        await act();
        const { version } = await road.snapshot();
        expectThat(!seen.includes(version), `another version after ${what}`, version);
        seen.push(version);
      }
    },
  },
  {
    id: 'versions/apart',
    title: 'what the developer does with credentials leaves the submission’s version as it is',
    pledge: apart,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const ask = await decisionOn(context, road);
      const { version } = await road.review();
      await road.deliver(road.issued.sandbox!);
      const { regenerate, rotate } = context.capabilities;
      if (rotate) await road.rotate();
      if (regenerate) await road.regenerate();
      const after = await road.review();
      expectEqual('the version of the review', after.version, version);
      expectAnswer(await context.call('reviewer', 'decide', ask), 200);
    },
  },
  {
    id: 'versions/decided',
    title: 'a decision makes another version of the submission, in the review and in the queue',
    pledge: apart,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const before = await road.review();
      const { version } = await road.decide('rejected');
      expectThat(version !== before.version, 'another version', version);
      const query = { q: road.name };
      const { items } = (await context.call('reviewer', 'getQueue', { query })).body;
      expectEqual('the version in the queue', items[0]?.version, version);
    },
  },
  ...Object.entries(match).map(([name, [tag, status, code]]): Check => ({
    id: `versions/if_match/${name}`,
    title: `a decision with If-Match is ${status}: ${name}`,
    pledge: matched,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const { headers, ...ask } = await decisionOn(context, road);
      const given = { 'If-Match': tag(headers['If-Match']) };
      expectAnswer(
        await context.call('reviewer', 'decide', { ...ask, headers: given }),
        status,
        code,
      );
    },
  })),
  {
    id: 'versions/missing',
    title: 'a decision without a version is 428, and decides nothing',
    pledge: matched,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const { id, body } = await decisionOn(context, road);
      const answer = await context.call('reviewer', 'decide', { id, body });
      expectAnswer(answer, 428, 'version_missing');
      expectEqual('phase', (await road.snapshot()).phase, 'in_review');
    },
  },
  {
    id: 'versions/stale',
    title: 'a decision at the version before another decision is 412',
    pledge: matched,
    async run(context) {
      const road = await roadTo(context, 'in_review');
      const ask = await decisionOn(context, road);
      await road.decide('changes_requested');
      expectAnswer(await context.call('reviewer', 'decide', ask), 412, 'version_conflict');
    },
  },
];
