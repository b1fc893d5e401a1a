/**
 * Faults of the kinds that such a kit could have, each a small edit; the model must find every one.
 * @type {{name: string, file: string, find: string, replace: string}[]}
 */
export const faults = [
  {
    name: 'a new key for each try',
    file: 'src/store/runner.ts',
    find: 'if (kept?.wish === wish) return kept.key;',
    replace: '',
  },
  {
    name: 'a key that outlives its act',
    file: 'src/store/runner.ts',
    find: `keys.delete(name);
      if (isDecision(act))`,
    replace: 'if (isDecision(act))',
  },
  {
    name: 'one key for every body',
    file: 'src/store/runner.ts',
    find: 'const wish = JSON.stringify([act, input, trace]);',
    replace: 'const wish = trace;',
  },
  {
    name: 'one key for every decision',
    file: 'src/store/runner.ts',
    find: 'const wish = JSON.stringify([act, input, trace]);',
    replace: 'const wish = JSON.stringify([input, trace]);',
  },
  {
    name: 'a key that survives what was seen since',
    file: 'src/store/runner.ts',
    find: 'const wish = JSON.stringify([act, input, trace]);',
    replace: 'const wish = JSON.stringify([act, input]);',
  },
  {
    name: 'a failed write that counts as refused',
    file: 'src/store/runner.ts',
    find: 'if (!error.canRetry) keys.delete(name);',
    replace: 'keys.delete(name);',
  },
  {
    name: 'a 5xx that counts as not done',
    file: 'src/adapter/error.ts',
    find: `this.code === 'idempotency_in_progress' ||
      (this.status ?? 0) >= 500`,
    replace: `this.code === 'idempotency_in_progress'`,
  },
  {
    name: 'a double press that sends twice',
    file: 'src/store/runner.ts',
    find: 'const found = running.get(name);',
    replace: 'const found = undefined;',
  },
  {
    name: 'an act that never ends',
    file: 'src/store/runner.ts',
    find: 'running.delete(name);',
    replace: '',
  },
  {
    name: 'a pending mark that stays',
    file: 'src/store/runner.ts',
    find: 'settling.delete(settled);',
    replace: '',
  },
  {
    name: 'an act whose effect is not read',
    file: 'src/store/runner.ts',
    find: 'about.receive(answer as never, mark) : about.reload();',
    replace: 'about.receive(answer as never, mark) : Promise.resolve();',
  },
  {
    name: 'a secret in the state',
    file: 'src/store/runner.ts',
    find: 'const isState = isDecision(act)',
    replace: `if (snapshot.state.value) Object.assign(snapshot.state.value, { last: answer });
      const isState = isDecision(act)`,
  },
  {
    name: 'a write that is tried again on its own',
    file: 'src/adapter/request.ts',
    find: "if (call.method !== 'GET' || tried >= TRIES) throw thrown;",
    replace: 'if (tried >= TRIES) throw thrown;',
  },
  {
    name: 'a late answer that wins over a newer state',
    file: 'src/store/resource.ts',
    find: 'if (mark !== writes) return load();',
    replace: '',
  },
  {
    name: 'a read that was overtaken and wins',
    file: 'src/store/resource.ts',
    find: 'if (abort.signal.aborted) return flight?.done;',
    replace: '',
  },
  {
    name: 'a read that is never over',
    file: 'src/store/resource.ts',
    find: `if (abort.signal.aborted) return flight?.done;
      flight = undefined;`,
    replace: 'if (abort.signal.aborted) return flight?.done;',
  },
  {
    name: 'a read from before an act that counts as after it',
    file: 'src/store/resource.ts',
    find: `reload() {
      stop();
      return load();`,
    replace: `reload() {
      return load();`,
  },
  {
    name: 'parts that are taken for the same by their size',
    file: 'src/store/share.ts',
    find: 'const isSame =\n    names.length',
    replace:
      'const isSame = Array.isArray(now) && now.length > 0 && names.length === Object.keys(before).length ||\n    names.length',
  },
  {
    name: 'a new key for the second try of several decisions',
    file: 'src/elements/review-queue/bulk-run.ts',
    find: 'return this.#send(this.lost!);',
    replace: 'return this.#send({ body, key: createIdempotencyKey() });',
  },
  {
    name: 'one of several that was refused and counts as decided',
    file: 'src/elements/review-queue/bulk-run.ts',
    find: 'if (result?.ok) done.push(submissionId);',
    replace: 'if (result) done.push(submissionId);',
  },
  {
    name: 'a host that forgets what it did',
    file: 'src/mocks/host/idempotency.ts',
    find: 'state.kept[id] = { body, at: now, outcome };',
    replace: 'void outcome;',
  },
  {
    name: 'a host that replays a secret',
    file: 'src/mocks/host/host.ts',
    find: 'const kept = replay ? { ...outcome, body: replay(outcome.body) } : outcome;',
    replace: 'const kept = outcome;',
  },
  {
    name: 'a host that opens production unpaid',
    file: 'src/rules/locks.ts',
    find: "if (status === 'payment_failed') locks.push('payment_failed');",
    replace: '',
  },
];
