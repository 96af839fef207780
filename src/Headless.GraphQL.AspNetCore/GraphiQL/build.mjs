// Usage: npm ci && npm run build [-- OUTPUT_FOLDER]
// Writes graphiql.js, graphiql.css and the editor's workers; the default is the server's web root.
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { resolve } from 'node:path';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const output = resolve(process.argv[2] ?? `${here}../../Headless.Server/wwwroot/graphiql`);

await rm(output, { recursive: true, force: true });
const shared = {
  absWorkingDir: here,
  bundle: true,
  minify: true,
  outdir: output,
  target: 'es2022',
  legalComments: 'linked',
  logLevel: 'info',
  define: { 'process.env.NODE_ENV': '"production"' },
};
await build({
  ...shared,
  entryPoints: { graphiql: 'main.jsx' },
  format: 'esm', // not split: esbuild does not load the style sheets of chunks
  jsx: 'automatic',
  loader: { '.ttf': 'file', '.woff': 'file', '.woff2': 'file', '.svg': 'dataurl' },
  assetNames: 'assets/[name]-[hash]',
});
await build({
  ...shared,
  entryPoints: {
    'editor.worker': 'monaco-editor/esm/vs/editor/editor.worker.js',
    'json.worker': 'monaco-editor/esm/vs/language/json/json.worker.js',
    'graphql.worker': 'monaco-graphql/esm/graphql.worker.js',
  },
  format: 'iife',
});
