/** There is nothing to bundle: the page and the kit's own build lie beside each other. */
import { cpSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const kit = dirname(fileURLToPath(import.meta.resolve('golive-elements/cdn/golive.js')));
cpSync(kit, 'dist/golive-elements', { recursive: true });
for (const file of ['index.html', 'portal.js']) cpSync(file, `dist/${file}`);
