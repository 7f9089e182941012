/** `node build.mjs FILE` bundles the page's script into one file. */

import { build } from 'esbuild';

await build({
  entryPoints: [new URL('page.mjs', import.meta.url).pathname],
  outfile: process.argv[2],
  bundle: true,
  format: 'iife',
  define: { global: 'window', 'process.env.NODE_ENV': '"production"' },
  logLevel: 'warning',
});
