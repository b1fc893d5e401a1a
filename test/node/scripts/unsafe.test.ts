import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { guardedFiles, unsafeWays } from '../../../scripts/unsafe.mjs';

const unsafe = [
  "import { unsafeHTML } from 'lit/directives/unsafe-html.js';",
  'html`${unsafeSVG(icon)}`',
  'unsafeStatic(tag)',
  'unsafeCSS(text)',
  'box.innerHTML = text;',
  'box.outerHTML = text;',
  "box.insertAdjacentHTML('beforeend', text);",
  'box.setHTMLUnsafe(text);',
  'range.createContextualFragment(text);',
  "new DOMParser().parseFromString(text, 'text/html');",
  'document.write(text);',
  'html`<p class="x" style=${styleMap({})}></p>`',
  'html`<p style="color: red"></p>`',
  'html`<style>p {}</style>`',
  'box.style.cssText = text;',
  "box.setAttribute('style', text);",
  "box.setAttribute('onclick', text);",
  'html`<button onclick="go()"></button>`',
  'html`<button onclick=${text}></button>`',
  'html`<script src="/x.js"></script>`',
  'html`<iframe></iframe>`',
  'eval(text);',
  'new Function(text)();',
  "setTimeout('go()', 10);",
  "const address = 'JavaScript:void(0)';",
  'html`<a href=${address}></a>`',
  'html`<a .href=${address}></a>`',
  'html`<img src="${address}" />`',
  'html`<form action=${address}></form>`',
  'anchor.href = address;',
  'image.src = address;',
  'window.open(address);',
  'location.assign(address);',
  "trustedTypes.createPolicy('mine', {});",
];

describe('the check for unsafe ways', () => {
  for (const line of unsafe) {
    it(`refuses ${line}`, () => {
      assert.ok(unsafeWays('src/elements/x/x.view.ts', line).length > 0);
    });
  }

  it('lets pass what is safe, and words about the rest', () => {
    const safe = [
      '// never innerHTML',
      ' * no `<style>` in a template',
      "this.style.setProperty('--_top', top);",
      'html`<button @click=${onPress} aria-label=${name}></button>`',
      'const { href, protocol } = new URL(address);',
      'link({ href: links.checkout, label })',
    ];
    assert.deepEqual(unsafeWays('src/elements/x/x.view.ts', safe.join('\n')), []);
  });

  it('finds nothing in the sources', () => {
    const found = guardedFiles().flatMap((file) => unsafeWays(file, readFileSync(file, 'utf8')));
    assert.deepEqual(found, []);
  });
});
