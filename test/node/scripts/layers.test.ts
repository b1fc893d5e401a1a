import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findFaults } from '../../../scripts/layers.mjs';

describe('the layer check', () => {
  it('lets imports point down', () => {
    const faults = findFaults({
      'src/contract/index.ts': "import * as z from 'zod/mini'; export const a = z.string();",
      'src/store/index.ts':
        "import type { A } from '../adapter/index.js'; export * from '../contract/index.js';",
      'src/elements/stepper/stepper.ts':
        "import { html } from 'lit'; import './stepper.styles.js';",
      'src/mocks/index.ts': "import { a } from '../adapter/index.js'; import '../rules/index.js';",
      'src/index.ts': "export * from './store/index.js';",
    });
    assert.deepEqual(faults, []);
  });

  const caught: Record<string, [file: string, source: string, fault: RegExp]> = {
    'an upward import': [
      'src/contract/a.ts',
      "import { permit } from '../rules/permit.js';",
      /rules is above contract/,
    ],
    'an upward import of types': [
      'src/store/a.ts',
      "import type { Stepper } from '../elements/stepper/stepper.js';",
      /elements is above store/,
    ],
    'an upward re-export': ['src/ui/a.ts', "export * from '../elements/a/a.js';", /above ui/],
    'an upward import at run time': [
      'src/i18n/a.ts',
      "await import('../store/a.js');",
      /above i18n/,
    ],
    'an upward import in a type': [
      'src/rules/a.ts',
      "type A = import('../store/a.js').A;",
      /store is above rules/,
    ],
    'lit below the elements': [
      'src/store/a.ts',
      "import { html } from 'lit';",
      /store must not use lit/,
    ],
    'a part of lit below the elements': [
      'src/mocks/a.ts',
      "import type { Task } from '@lit/task';",
      /mocks must not use @lit\/task/,
    ],
    'an element in another element': [
      'src/elements/a/a.ts',
      "import '../b/b.js';",
      /another element/,
    ],
    'mocks in the kit': [
      'src/define/a.ts',
      "import '../mocks/index.js';",
      /nothing outside uses mocks/,
    ],
    'the kit in mocks': ['src/mocks/a.ts', "import '../store/a.js';", /mocks must not use store/],
    'the demo in the kit': ['src/ui/a.ts', "import '../../demo/a.js';", /must not use demo/],
    'a layer that no one knows': ['src/utils/a.ts', "import './b.js';", /no known layer/],
  };
  for (const [name, [file, source, fault]] of Object.entries(caught)) {
    it(`catches ${name}`, () => {
      const faults = findFaults({ [file]: source });
      assert.equal(faults.length, 1);
      assert.match(faults[0] ?? '', fault);
    });
  }

  it('catches a cycle, though not one of types alone', () => {
    const cycle = (b: string) =>
      findFaults({ 'src/ui/a.ts': "import './b.js';", 'src/ui/b.ts': b });
    assert.deepEqual(cycle("import './a.js';"), ['cycle: src/ui/a.ts → src/ui/b.ts → src/ui/a.ts']);
    assert.deepEqual(cycle("import type { A } from './a.js';"), []);
  });
});
