/** `node build.mjs FILE SCRIPT` bundles a page's script, which is next to this one, into one file. */

import { build } from 'esbuild';

const here = (name) => new URL(name, import.meta.url).pathname;
const [outfile, script = 'page.mjs'] = process.argv.slice(2);

await build({
  entryPoints: [here(script)],
  outfile,
  bundle: true,
  format: 'iife',
  // As the build of micro-frontends has it.
  alias: {
    'env.config': here('env.config.jsx'),
    'lectern-client/frontend-platform': here('../../../clients/javascript/src/frontend-platform/index.ts'),
  },
  define: { global: 'window', 'process.env.NODE_ENV': '"production"', 'process.env': '{}' },
  logLevel: 'warning',
});
