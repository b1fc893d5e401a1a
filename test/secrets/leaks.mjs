const card = 'src/elements/credential-card';

/**
 * Ways in which a secret could get out or stay, each a small edit (see scripts/edit.mjs); `tests` names
 * the file in this folder that must find it.
 * @type {{name: string, tests: string, file: string, find: string, replace: string}[]}
 */
export const leaks = [
  {
    name: 'a property that reflects',
    tests: 'paths',
    file: `${card}/acts-part.ts`,
    find: 'const { about, secret } = holder;',
    replace: `const { about, secret } = holder;
    this.#host.title = secret?.values.at(-1)!.value ?? '';`,
  },
  {
    name: 'a property that anybody reads',
    tests: 'paths',
    file: `${card}/credential-acts.ts`,
    find: 'this.holder.hold(secret, about, this.minutes * 60_000);',
    replace: `this.holder.hold(secret, about, this.minutes * 60_000);
    Object.assign(this.#host, { lastSecret: secret });`,
  },
  {
    name: 'a data attribute',
    tests: 'paths',
    file: `${card}/reveal.view.ts`,
    find: '<dd class="mono" id=${id}>${value}</dd>',
    replace: '<dd class="mono" id=${id} data-value=${value}>${value}</dd>',
  },
  {
    name: 'a hidden field',
    tests: 'paths',
    file: `${card}/reveal.view.ts`,
    find: '<dd class="mono" id=${id}>${value}</dd>',
    replace: '<dd class="mono" id=${id}>${value}</dd><input hidden .value=${value}>',
  },
  {
    name: 'the answer written to the console',
    tests: 'paths',
    file: `${card}/credential-acts.ts`,
    find: 'const { verb } = asked;\n    if (answer &&',
    replace: 'const { verb } = asked;\n    console.debug(answer);\n    if (answer &&',
  },
  {
    name: 'the answer in golive-changed',
    tests: 'paths',
    file: 'src/connect/act-controller.ts',
    find: 'void result.settled.then(() => this.#tell(act, answered ?? store.state.snapshot.value));',
    replace: `const { value } = result;
      void result.settled.then(() =>
        this.#host.dispatchEvent(
          new CustomEvent('golive-changed', { detail: { action: act, answered, answer: value } }),
        ),
      );`,
  },
  {
    name: 'the values in golive-action',
    tests: 'paths',
    file: `${card}/credential-acts.ts`,
    find: 'save() {',
    replace: `save() {
    const detail = { action: 'save', input: this.holder.secret };
    this.#host.dispatchEvent(new CustomEvent('golive-action', { bubbles: true, detail }));`,
  },
  {
    name: 'a closure that a copy listener of the document keeps',
    tests: 'paths',
    file: `${card}/secret-holder.ts`,
    find: 'this.#secret = secret;',
    replace: `this.#secret = secret;
    document.addEventListener('copy', ({ clipboardData }) =>
      clipboardData?.setData('text/plain', secret.values.at(-1)!.value),
    );`,
  },
  {
    name: 'a value said by the live region',
    tests: 'paths',
    file: `${card}/credential-acts.ts`,
    find: 'this.#hold(ofCredential(verb, answer));',
    replace: `this.#options.announcer.announce(answer.revealed.at(-1)!.value);
      this.#hold(ofCredential(verb, answer));`,
  },
  {
    name: 'an answer kept in the state of the store',
    tests: 'paths',
    file: 'src/store/store.ts',
    find: 'runner.run(act, input) as Promise<Result<ActAnswer<A>>>,',
    replace: `runner.run(act, input).then((last) => {
        set({ last } as never);
        return last;
      }) as Promise<Result<ActAnswer<A>>>,`,
  },
  {
    name: 'a draft in the session storage',
    tests: 'paths',
    file: `${card}/secret-holder.ts`,
    find: 'this.#secret = secret;',
    replace:
      "this.#secret = secret;\n    sessionStorage.setItem('golive', JSON.stringify(secret));",
  },
  {
    name: 'an entry of the history',
    tests: 'paths',
    file: `${card}/secret-holder.ts`,
    find: 'this.#secret = secret;',
    replace: "this.#secret = secret;\n    history.pushState(secret, '');",
  },
  {
    name: 'a mark of the performance timeline',
    tests: 'paths',
    file: `${card}/secret-holder.ts`,
    find: 'this.#secret = secret;',
    replace: "this.#secret = secret;\n    performance.mark('revealed', { detail: secret });",
  },
  {
    name: 'a cache',
    tests: 'paths',
    file: `${card}/secret-holder.ts`,
    find: 'this.#secret = secret;',
    replace: `this.#secret = secret;
    void caches
      .open('golive')
      .then((cache) => cache.put('/secret', new Response(JSON.stringify(secret))));`,
  },
  {
    name: 'what a regular expression leaves behind',
    tests: 'paths',
    file: `${card}/env-file.ts`,
    find: 'characters.some((character) => pattern.test(character))',
    replace: 'pattern.test(value) || /./s.test(value) === pattern.test(value)',
  },
  {
    name: 'a secret in the body that tells of its delivery',
    tests: 'paths',
    file: `${card}/credential-acts.ts`,
    find: 'const { about } = this.holder;\n    this.holder.wipe();\n    if (about?.delivery)',
    replace: `const { about, secret } = this.holder;
    this.holder.wipe();
    if (about?.delivery) about.delivery.secretIds.push(secret!.values.at(-1)!.value);
    if (about?.delivery)`,
  },
  {
    name: 'a file that stays readable',
    tests: 'paths',
    file: `${card}/secret-holder.ts`,
    find: 'clearTimeout(this.#timer);\n    URL.revokeObjectURL(this.#file);',
    replace: 'clearTimeout(this.#timer);',
  },
  {
    name: 'a key of repeats made of the answer',
    tests: 'requests',
    file: 'src/store/runner.ts',
    find: 'keys.delete(name);\n      if (isDecision(act))',
    replace: `const { wish } = keys.get(name)!;
      queueMicrotask(() => keys.set(name, { wish, key: JSON.stringify(answer) }));
      if (isDecision(act))`,
  },
  {
    name: 'an error with the answer that it could not read',
    tests: 'requests',
    file: 'src/adapter/http-adapter.ts',
    find: '`${operation}: ${fit.misfit}`',
    replace: '`${operation}: ${fit.misfit} ${text}`',
  },
  {
    name: 'a mask that shows more than the end',
    tests: 'requests',
    file: `${card}/credential-acts.ts`,
    find: 'const { about } = this.holder;\n    this.holder.wipe();\n    if (about?.delivery)',
    replace: `const { about, secret } = this.holder;
    this.holder.wipe();
    this.#options.announcer.announce(\`Saved, \${secret!.values.at(-1)!.value.slice(-8)}\`);
    if (about?.delivery)`,
  },
  {
    name: 'an answer shown where nobody asked for it',
    tests: 'requests',
    file: `${card}/credential-acts.ts`,
    find: 'if (this.#host.lane !== lane || this.#options.slice.store !== store) {\n      this.#acts',
    replace: 'if (!result) {\n      this.#acts',
  },
  {
    name: 'not wiped once its time is over',
    tests: 'exits',
    file: `${card}/secret-holder.ts`,
    find: 'this.wipe();\n    this.#onTimeout(about);',
    replace: 'this.#onTimeout(about);',
  },
  {
    name: 'not wiped where the element has left the page',
    tests: 'exits',
    file: `${card}/secret-holder.ts`,
    find: 'if (!this.about) return;\n    this.#secret',
    replace:
      'if (!this.about || !(this.#host as never as Node).isConnected) return;\n    this.#secret',
  },
  {
    name: 'not wiped when the page is left',
    tests: 'exits',
    file: `${card}/secret-holder.ts`,
    find: "event.type === 'pagehide' || ",
    replace: '',
  },
  {
    name: 'wiped only in the frame after the page was left',
    tests: 'exits',
    file: `${card}/secret-holder.ts`,
    find: '(event as PageTransitionEvent).persisted) this.wipe();',
    replace: '(event as PageTransitionEvent).persisted) requestAnimationFrame(() => this.wipe());',
  },
  {
    name: 'not wiped when the page comes back as it was',
    tests: 'exits',
    file: `${card}/secret-holder.ts`,
    find: "event.type === 'pagehide' || (event as PageTransitionEvent).persisted",
    replace: "event.type === 'pagehide'",
  },
  {
    name: 'not wiped when the session has ended',
    tests: 'exits',
    file: `${card}/credential-acts.ts`,
    find: 'if (!about) return;\n    this.holder.wipe();',
    replace: "if (!about) return;\n    if (what !== 'signedOut') this.holder.wipe();",
  },
  {
    name: 'not wiped when another tab replaced it',
    tests: 'exits',
    file: `${card}/credential-acts.ts`,
    find: "else if (this.#inUse === about) this.#hide('replaced');",
    replace: '',
  },
  {
    name: 'not wiped for another lane or store',
    tests: 'exits',
    file: `${card}/credential-acts.ts`,
    find: 'this.holder.wipe();\n    this.confirmation.ask();\n    this.notice',
    replace: 'this.confirmation.ask();\n    this.notice',
  },
];
