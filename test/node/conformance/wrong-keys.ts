import type { WrongHost } from './wrong-host.js';

/** Hosts that go wrong with secrets and with repeats. */
export const wrongKeys: WrongHost[] = [
  {
    name: 'replays a secret',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/host.ts',
        find: 'const kept = replay ? { ...outcome, body: replay(outcome.body) } : outcome;',
        replace: 'const kept = outcome;',
      },
    ],
    fails: [
      'repeats/create',
      'repeats/regenerate',
      'repeats/rotateSecret',
      'repeats/token',
      'always/secret_once',
    ],
  },
  {
    name: 'forgets what it did',
    edits: [
      {
        file: 'src/mocks/host/idempotency.ts',
        find: 'state.kept[id] = { body, at: now, outcome };',
        replace: 'void [body, outcome];',
      },
    ],
    fails: [
      'repeats/submit',
      'repeats/create',
      'repeats/regenerate',
      'repeats/rotateSecret',
      'repeats/token',
      'repeats/retire',
      'repeats/decide',
      'repeats/bulk',
      'repeats/key_order',
      'repeats/other_body',
      'repeats/for_a_day',
    ],
    mayFail: ['repeats/lost_answer'],
  },
  {
    name: 'forgets after an hour',
    edits: [
      {
        file: 'src/mocks/host/idempotency.ts',
        find: 'const KEPT_FOR = 24 * 3_600_000;',
        replace: 'const KEPT_FOR = 3_600_000;',
      },
    ],
    fails: ['repeats/for_a_day'],
  },
  {
    name: 'takes another body with the same key',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/idempotency.ts',
        find: "if (kept.body !== mark.body) throw new HostProblem('idempotency_key_reused');",
        replace: '',
      },
    ],
    fails: ['repeats/other_body'],
  },
  {
    name: 'compares bodies as text',
    edits: [
      {
        file: 'src/mocks/host/idempotency.ts',
        find: '.sort(([one], [other]) => (one < other ? -1 : 1))',
        replace: '',
      },
    ],
    fails: ['repeats/key_order'],
  },
  {
    name: 'holds a key after a refusal',
    inEachRun: true,
    edits: [
      { file: 'src/mocks/host/host.ts', find: 'if (mark) underWay.delete(mark.id);', replace: '' },
    ],
    fails: ['repeats/after_refusal', 'repeats/after_invalid'],
  },
  {
    name: 'keeps keys for all callers and paths together',
    edits: [
      {
        file: 'src/mocks/host/idempotency.ts',
        find: "const parts = [caller, operation, id ?? submissionId ?? '', lane ?? '', idempotencyKey];",
        replace:
          "const parts = [idempotencyKey, caller && id && submissionId && lane ? operation : ''];",
      },
    ],
    fails: ['repeats/other_path', 'repeats/other_caller'],
  },
  {
    name: 'says nothing of when to ask again',
    edits: [
      {
        file: 'src/mocks/host/host.ts',
        find: "throw new HostProblem('idempotency_in_progress', { retryAfter: 1 });",
        replace: "throw new HostProblem('idempotency_in_progress');",
      },
    ],
    fails: ['repeats/at_once'],
  },
  {
    name: 'tells a wrong name in its error',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: "if (!value) throw invalid('/name', 'option');",
        replace: "if (!value) throw invalid('/name', `no ${name}`);",
      },
    ],
    fails: ['secrets/not_in/errors', 'always/secret_once'],
  },
  {
    name: 'writes a secret into the activity',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: "record(state, subscription, now, { kind: 'secret_rotated', lane, actor: account.name });",
        replace:
          "record(state, subscription, now, { kind: 'secret_rotated', lane, actor: account.name, notes: issued.text });",
      },
    ],
    fails: [
      'secrets/not_in/getActivity_of_developer',
      'secrets/not_in/getActivity_of_reviewer',
      'secrets/not_in/getReview_of_reviewer',
      'always/secret_once',
    ],
  },
  {
    name: 'shows the beginning of a secret',
    edits: [
      {
        file: 'src/mocks/host/secrets.ts',
        find: 'secret.slice(-4)',
        replace: 'secret.slice(0, 4)',
      },
    ],
    fails: ['credentials/hint'],
  },
  {
    name: 'leaves the old secret alive after Regenerate',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: 'record(state, subscription, now, { kind, lane, actor: account.name });',
        replace: `for (const { hash } of old?.secrets ?? []) {
    const expiresAt = '2099-01-01T00:00:00Z';
    subscription.tokens.push({ hash, credentialId: issued.record.id, expiresAt });
  }
  record(state, subscription, now, { kind, lane, actor: account.name });`,
      },
    ],
    fails: [
      'regenerate/kills_old/sandbox',
      'regenerate/kills_old/production',
      'regenerate/ends_overlap',
    ],
  },
  {
    name: 'changes the identifier with a rotation',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: 'credential.secrets = [...kept, issued.record];',
        replace: `credential.secrets = [...kept, issued.record];
  credential.id = \`\${credential.id}x\`;`,
      },
    ],
    fails: ['rotate/same_identifier'],
  },
  {
    name: 'keeps earlier overlaps',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: 'if (secret.validUntil !== null || overlapSeconds === 0) return [];',
        replace: `if (secret.validUntil !== null) return [secret];
    if (overlapSeconds === 0) return [];`,
      },
    ],
    fails: ['rotate/ends_earlier_overlap'],
  },
  {
    name: 'lets a secret work after its overlap',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/secret-check.ts',
        find: 'each.hash === hash && !isOver(each.validUntil, now)',
        replace: 'each.hash === hash',
      },
    ],
    fails: ['rotate/overlap_ends'],
  },
  {
    name: 'shows a secret after its overlap',
    edits: [
      {
        file: 'src/mocks/host/passing-time.ts',
        find: '.filter(({ validUntil }) => validUntil !== null)',
        replace: ".filter(({ validUntil }) => validUntil === '')",
      },
    ],
    fails: ['rotate/overlap_ends', 'events/after/the_end_of_an_overlap'],
  },
  {
    name: 'lets tokens live for ever',
    edits: [
      {
        file: 'src/mocks/host/secret-check.ts',
        find: 'token.hash === hash && token.credentialId === id && !isOver(token.expiresAt, now)',
        replace: 'token.hash === hash && token.credentialId === id',
      },
    ],
    fails: ['expiry/token'],
  },
  {
    name: 'lets the secrets of a locked lane work',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/secret-check.ts',
        find: 'if (!credential || isLaneLocked(subscription, lane)) return false;',
        replace: 'if (!credential || (isLaneLocked(subscription, lane) && !hash)) return false;',
      },
    ],
    fails: ['keys/cancelled', 'keys/payment_failed'],
  },
  {
    name: 'rotates a value that was not named',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: "if (name === undefined && secret.length > 1) throw invalid('/name', 'required');",
        replace: '',
      },
    ],
    fails: ['rotate/name_missing'],
  },
  {
    name: 'takes an overlap of any length',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: "if (overlapSeconds > core.capabilities.overlapSeconds) throw invalid('/overlapSeconds', 'max');",
        replace: 'void core;',
      },
    ],
    fails: ['rotate/overlap_too_long'],
  },
  {
    name: 'believes that any secret was delivered',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: `credential?.id === credentialId &&
    named.size === present.length &&
    present.every(({ id }) => named.has(id));`,
        replace: 'credential?.id === credentialId && named.size + present.length >= 0;',
      },
    ],
    fails: [
      'delivered/other_secret',
      'delivered/other_fewer',
      'delivered/other_more',
      'rotate/same_identifier',
    ],
  },
  {
    name: 'leaves the version as it is when something was delivered',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: `credential.deliveredAt = isoOf(now);
  touch(state, subscription, now);`,
        replace: `credential.deliveredAt = isoOf(now);
  void touch;`,
      },
    ],
    fails: ['versions/each_act', 'events/after/delivering', 'always/one_version'],
  },
  {
    name: 'lets two at once create credentials',
    inEachRun: true,
    edits: [
      {
        file: 'src/mocks/host/backing.ts',
        find: `exclusive: inTurn(),
  load`,
        replace: `exclusive: (work) => work(),
  load`,
      },
    ],
    fails: ['races/create/sandbox', 'races/create/production'],
  },
];
