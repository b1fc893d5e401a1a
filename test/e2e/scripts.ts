import { build, type Rolldown } from 'vite';

/** A module with all that it imports, each file by its path: the entry is `/page.js`. */
export async function bundleScripts(entry: string): Promise<ReadonlyMap<string, string>> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'], fileName: 'page' } },
  });
  const [first] = built as Rolldown.RolldownOutput[];
  const chunks = first!.output.filter((file) => file.type === 'chunk');
  return new Map(chunks.map(({ fileName, code }) => [`/${fileName}`, code]));
}
