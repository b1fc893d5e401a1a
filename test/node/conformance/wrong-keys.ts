import type { WrongHost } from './wrong-host.js';

/** Hosts that go wrong with secrets and with repeats. */
export const wrongKeys: WrongHost[] = [
  {
    name: 'replays a secret',
    edits: [
      {
        file: 'src/mocks/host/host.ts',
        find: 'const kept = replay ? { ...outcome, body: replay(outcome.body) } : outcome;',
        replace: 'const kept = outcome;',
      },
    ],
    fails: [],
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'takes another body with the same key',
    edits: [
      {
        file: 'src/mocks/host/idempotency.ts',
        find: "if (kept.body !== mark.body) throw new HostProblem('idempotency_key_reused');",
        replace: '',
      },
    ],
    fails: [],
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
    fails: [],
  },
  {
    name: 'holds a key after a refusal',
    edits: [
      { file: 'src/mocks/host/host.ts', find: 'if (mark) underWay.delete(mark.id);', replace: '' },
    ],
    fails: [],
  },
  {
    name: 'keeps keys for all callers and paths together',
    edits: [
      {
        file: 'src/mocks/host/host.ts',
        find: "markOf([caller!, operation, id ?? submissionId ?? '', lane ?? '', idempotencyKey], body)",
        replace:
          "markOf([idempotencyKey, caller && id && submissionId && lane ? operation : ''], body)",
      },
    ],
    fails: [],
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'writes a secret into the activity',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: "record(state, subscription, now, { kind: 'secret_rotated', lane, actor: account.name });",
        replace:
          "record(state, subscription, now, { kind: 'secret_rotated', lane, actor: account.name, notes: issued.text });",
      },
    ],
    fails: [],
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
    fails: [],
  },
  {
    name: 'leaves the old secret alive after Regenerate',
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'keeps earlier overlaps',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: 'if (secret.validUntil !== null || overlapSeconds === 0) return [];',
        replace: `if (secret.validUntil !== null) return [secret];
    if (overlapSeconds === 0) return [];`,
      },
    ],
    fails: [],
  },
  {
    name: 'lets a secret work after its overlap',
    edits: [
      {
        file: 'src/mocks/host/secret-check.ts',
        find: 'each.hash === hash && !isOver(each.validUntil, now)',
        replace: 'each.hash === hash',
      },
    ],
    fails: [],
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'lets the secrets of a locked lane work',
    edits: [
      {
        file: 'src/mocks/host/secret-check.ts',
        find: 'if (!credential || isLaneLocked(subscription, lane)) return false;',
        replace: 'if (!credential || (isLaneLocked(subscription, lane) && !hash)) return false;',
      },
    ],
    fails: [],
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
    fails: [],
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
    fails: [],
  },
  {
    name: 'believes that any secret was delivered',
    edits: [
      {
        file: 'src/mocks/host/credentials.ts',
        find: `credential?.id === credentialId &&
    named.size === present.length &&
    present.every(({ id }) => named.has(id));`,
        replace: 'credential?.id === credentialId && named.size + present.length >= 0;',
      },
    ],
    fails: [],
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
    fails: [],
  },
  {
    name: 'lets two at once create credentials',
    edits: [
      {
        file: 'src/mocks/host/backing.ts',
        find: `exclusive: createQueue(),
  load`,
        replace: `exclusive: (work) => work(),
  load`,
      },
    ],
    fails: [],
  },
];
