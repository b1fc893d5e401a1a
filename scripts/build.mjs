/** Builds dist/: a module a source file with its types, the builds for a script tag, and the manifest. */
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { buildCdn } from './cdn.mjs';
import { writeEditorData } from './editor-data.mjs';
import { publicEntries } from './entries.mjs';
import { writeManifest } from './manifest.mjs';
import { minifyTemplatesPlugin } from './minify-templates.mjs';

const { dependencies, peerDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
const packages = Object.keys({ ...dependencies, ...peerDependencies });
const isPackage = (id) => packages.some((name) => id === name || id.startsWith(`${name}/`));

/** The compiler's own helper modules come under a path with a version in it; give them a steady one. */
const entryFileNames = ({ name }) => `${name.replace(/^_virtual\/.*\//, 'runtime/')}.js`;

async function buildModules() {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [minifyTemplatesPlugin()],
    build: {
      target: 'es2022',
      // A host's bundler minifies; names that can be read make its stack traces ours too.
      minify: false,
      sourcemap: true,
      lib: { entry: publicEntries(), formats: ['es'] },
      rolldownOptions: {
        external: isPackage,
        checks: { pluginTimings: false },
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames },
      },
    },
  });
}

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${args.at(-1)} failed`);
}

rmSync('dist', { recursive: true, force: true });
await buildModules();
const integrity = await buildCdn();
run(join('node_modules', 'typescript', 'bin', 'tsc'), '--project', 'tsconfig.build.json');
run('--import=tsx', 'scripts/openapi.mjs');
cpSync('src/reserve.css', 'dist/reserve.css');
cpSync('src/theme.css', 'dist/theme.css');
cpSync('src/themes', 'dist/themes', { recursive: true });
writeEditorData(await writeManifest());
for (const [file, hash] of Object.entries(integrity)) console.log(`${hash}  cdn/${file}`);
