/** Takes white space and comments out of html, svg and css templates in a build. */
import { minifyHTMLLiterals } from 'minify-literals';

/**
 * Only what can't change a page. A run of spaces stays one space, since a space between two templates
 * can be seen; `/>` stays, since in an svg template it is what closes an element.
 */
const html = {
  caseSensitive: true,
  collapseWhitespace: true,
  conservativeCollapse: true,
  removeComments: true,
  keepClosingSlash: true,
  decodeEntities: false,
  removeEmptyAttributes: false,
  removeDefaultTypeAttributes: false,
  minifyCSS: false,
  minifyJS: false,
};

const token =
  /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|\/\*[^]*?\*\/|;?\s*(})\s*|\s*([{;,])\s*|(:)\s+|\s+/g;

/**
 * Strings stay as they are, comments go, spaces shrink. A full CSS minifier would save little more after
 * gzip, and it takes an expression that stands for whole rules, such as a shared sheet, for a selector.
 */
function css(text) {
  const shrink = (match, string, close, mark, colon) =>
    string ?? close ?? mark ?? colon ?? (match.startsWith('/*') ? '' : ' ');
  return text.replace(token, shrink).trim();
}

export function minifyTemplates(code, fileName) {
  return minifyHTMLLiterals(code, { fileName, html, css, cssTags: ['css'] });
}

/** Runs after TypeScript has been turned into JavaScript, and on the project's own modules only. */
export function minifyTemplatesPlugin() {
  return {
    name: 'minify-templates',
    apply: 'build',
    transform: {
      filter: {
        id: { include: /\/src\/.*\.ts$/, exclude: /node_modules/ },
        code: /\b(html|svg|css)`/,
      },
      handler: (code, id) => minifyTemplates(code, id.replace(/\.ts$/, '.js')),
    },
  };
}
