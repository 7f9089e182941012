/** What a bundler adds to an application. */

import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

async function bundled(code: string): Promise<string> {
  const resolveDir = fileURLToPath(new URL('../src', import.meta.url));
  const options = { bundle: true, minify: true, write: false, format: 'esm', logLevel: 'error' } as const;
  const { outputFiles } = await build({ ...options, stdin: { contents: code, resolveDir, loader: 'ts' } });
  return outputFiles[0]!.text;
}

test('an application has only the documents that it uses', async () => {
  const code = await bundled("import { DatesPageDocument, createClient } from './index.js'; console.log(DatesPageDocument, createClient);");
  expect(code).toContain('query DatesPage');
  expect(code).not.toContain('query CourseHomePage');
  expect(code.length).toBeLessThan(10_000);
});
