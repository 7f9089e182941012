/** The code that the documentation shows, to be run as it stands there. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import ts from 'typescript';

const PAGE = new URL('../../../docs/clients.md', import.meta.url);
const FOLDER = new URL('../node_modules/.docs/', import.meta.url); // next to the packages that the code imports

/** The blocks of code in a language below a heading. */
export function blocks(heading, wanted) {
  const [, section] = readFileSync(PAGE, 'utf8').split(`\n## ${heading}\n`);
  const [text] = section.split('\n## ');
  const found = [...text.matchAll(/^```(\w+)\n(.*?)^```$/gms)].filter(([, language]) => language === wanted);
  return found.map(([, , code]) => code);
}

/** Imports code, which may have types, as a module; `changes` are replaced in it beforehand. */
export async function run(name, code, changes) {
  for (const [from, to] of Object.entries(changes)) {
    if (!code.includes(from)) {
      throw new Error(`${name} has no ${from}`);
    }
    code = code.replaceAll(from, to);
  }
  mkdirSync(FOLDER, { recursive: true });
  const file = new URL(`${name}-${process.pid}.mjs`, FOLDER);
  const options = { compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 } };
  writeFileSync(file, ts.transpileModule(code, options).outputText);
  return import(file);
}
