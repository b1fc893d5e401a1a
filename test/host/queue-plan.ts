/** How PostgreSQL goes about the queue's queries, and how much of the tables it looks at for that. */
import { queueSort } from '../../src/contract/index.js';
import { encodeCursor } from '../../src/mocks/host/queue.js';
import type { Connection, Database, Parameter } from '../../demo/host/database/database.js';
import { queueStatement } from '../../demo/host/domain/queue.js';

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
  Plans?: PlanNode[];
}

export interface QueuePlan {
  /** Rows of the queue that were looked at, also those that a filter then left out. */
  visited: number;
  /** Pages of eight kilobytes, of the table and its indexes. */
  pages: number;
  indexes: string[];
  /** Steps that read or sort more than a page. */
  wrong: string[];
  text: string;
}

/** By default a page has 50 rows; one more tells whether there is another, and each state looks ahead. */
export const MOST_VISITED = 51 + 3;

/** Every order with all states, one and some; a plan of many and a plan of none; from the middle on. */
export const queueSearches = (middle: { at: string; id: string }): string[] => [
  ...queueSort.options.flatMap((sort) => [
    `sort=${sort}`,
    `sort=${sort}&state=waiting`,
    `sort=${sort}&state=rejected,changes_requested`,
    `sort=${sort}&plan=Partner`,
  ]),
  'state=waiting&plan=Nobody',
  `cursor=${encodeURIComponent(encodeCursor('submittedAt', [middle.at, middle.id]))}`,
];

const literal = (value: Parameter): string => {
  if (Array.isArray(value)) return `ARRAY[${value.map(literal).join()}]`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
};

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** The plan that a page runs by, for these values or, as after some calls, for any. */
export function queuePlan(
  database: Database,
  provider: string,
  search: string,
  mode: 'custom' | 'generic',
): Promise<QueuePlan> {
  const { sql, parameters } = queueStatement(provider, new URLSearchParams(search));
  return database.transaction(async (connection) => {
    await connection.query(`SET LOCAL plan_cache_mode = force_${mode}_plan`);
    await connection.query(`PREPARE page AS ${sql}`);
    try {
      const run = `EXECUTE page(${parameters.map(literal).join()})`;
      const explained = await explain(connection, run, 'FORMAT JSON');
      const [{ Plan: root }] = explained[0]!['QUERY PLAN'] as [{ Plan: PlanNode }];
      const nodes = nodesOf(root);
      const ofQueue = nodes.filter((node) => node['Relation Name'] === 'submissions');
      return {
        visited: ofQueue.reduce(
          (sum, node) =>
            sum +
            (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
          0,
        ),
        pages: root['Shared Hit Blocks'] + root['Shared Read Blocks'],
        indexes: [...new Set(ofQueue.map((node) => node['Index Name'] ?? node['Node Type']))],
        wrong: nodes
          .filter((node) =>
            /Sort/.test(node['Node Type'])
              ? node['Actual Rows'] > MOST_VISITED
              : node['Relation Name'] && !/^Index (Only )?Scan$/.test(node['Node Type']),
          )
          .map((node) => node['Node Type']),
        text: (await explain(connection, run, 'TIMING OFF'))
          .map((row) => row['QUERY PLAN'])
          .join('\n'),
      };
    } finally {
      await connection.query('DEALLOCATE page');
    }
  });
}

const explain = (connection: Connection, statement: string, more: string) =>
  connection.query<{ 'QUERY PLAN': unknown }>(`EXPLAIN (ANALYZE, BUFFERS, ${more}) ${statement}`);
