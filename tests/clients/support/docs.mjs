/** The code that the documentation shows, to be run as it stands there. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const PAGE = new URL('../../../docs/clients.md', import.meta.url);
const FOLDER = new URL('../node_modules/.docs/', import.meta.url); // beside the packages that the code imports

/** The blocks of code below a heading, with their language. */
export function blocks(heading) {
  const [, section] = readFileSync(PAGE, 'utf8').split(`\n## ${heading}\n`);
  const [text] = section.split('\n## ');
  return [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(([, language, code]) => ({ language, code }));
}

/** Imports code as a module; `changes` are replaced in it beforehand. */
export async function run(name, code, changes) {
  for (const [from, to] of Object.entries(changes)) {
    if (!code.includes(from)) {
      throw new Error(`${name} has no ${from}`);
    }
    code = code.replaceAll(from, to);
  }
  mkdirSync(FOLDER, { recursive: true });
  const file = new URL(`${name}-${process.pid}.mjs`, FOLDER);
  writeFileSync(file, code);
  return import(file);
}
