import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { minifyTemplates } from '../../../scripts/minify-templates.mjs';

const minify = async (code: string) => (await minifyTemplates(code, 'probe.js'))?.code ?? code;

describe('minified templates', () => {
  it('keep every binding and where it stands', async () => {
    const code = [
      'html`<button part="button" ?disabled=${a} @click=${b} .value=${c} class="x ${d}  y">',
      '  ${e}  <span> Hello ${f} </span></button>`',
    ].join('\n');
    assert.equal(
      await minify(code),
      'html`<button part="button" ?disabled=${a} @click=${b} .value=${c} class="x ${d} y"> ${e} <span> Hello ${f} </span></button>`',
    );
  });

  it('keep a space between two templates', async () => {
    assert.equal(await minify('[html`one`, html`  two`]'), '[html`one`, html` two`]');
  });

  it('keep table rows, text areas and entities', async () => {
    const code = 'html`<tr><td>${a}</td><td>&lt;b&gt;&nbsp;</td></tr><textarea> ${b}  </textarea>`';
    assert.equal(await minify(code), code);
  });

  it('keep attributes with a meaning of their own', async () => {
    const code =
      'html`<div hidden="until-found" aria-hidden="true" draggable="true" lang=""></div><input type="text" required><option value=""></option>`';
    assert.equal(await minify(code), code);
  });

  it('keep svg elements side by side', async () => {
    const code = 'svg`<path d="M${x} 0"/><circle r="1"/>`';
    assert.equal(await minify(code), code);
  });

  it('keep modern style sheets whole', async () => {
    const code = `css\`
      /* It's a comment */
      \${shared}
      :host(:state(busy)) .a :hover, .a::part(x) { color: light-dark(#111, var(--golive-ink, #eee)); }
      @container (inline-size > 30rem) { .b { inline-size: calc(100% - \${w}); &:hover { gap: 0; } } }
      .c::before { content: 'a  ; b, /* c */'; }
      \${more}
    \``;
    assert.equal(
      await minify(code),
      "css`${shared}:host(:state(busy)) .a :hover,.a::part(x){color:light-dark(#111,var(--golive-ink,#eee))}@container (inline-size > 30rem){.b{inline-size:calc(100% - ${w});&:hover{gap:0}}}.c::before{content:'a  ; b, /* c */'}${more}`",
    );
  });
});
