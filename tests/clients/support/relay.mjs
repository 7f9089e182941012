/** Relay: documents compiled by its compiler, answers kept in its store. */

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import relay from 'relay-runtime';
import { fetchAs, ENDPOINT } from './servers.mjs';

const { Environment, Network, RecordSource, Store, commitMutation, createOperationDescriptor, fetchQuery } = relay;

const require = createRequire(import.meta.url);
const SCHEMA = fileURLToPath(new URL('../../../schema.graphql', import.meta.url));
const COMPILER = fileURLToPath(new URL('../node_modules/relay-compiler/cli.js', import.meta.url));

/** The name of the module that Relay takes the documents to be of: the names of operations begin with it. */
export const MODULE = 'App';

/** Compiles operations and fragments; gives their artifacts by name, those `generated` from directives too. */
export function compile(texts, generated = []) {
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  try {
    mkdirSync(join(folder, 'src'));
    mkdirSync(join(folder, 'artifacts'));
    const source = texts.map((text) => `graphql\`${text}\`;`).join('\n');
    writeFileSync(join(folder, `src/${MODULE}.js`), `import { graphql } from 'relay-runtime';\n${source}\n`);
    const config = {
      src: 'src',
      schema: SCHEMA,
      language: 'javascript',
      artifactDirectory: 'artifacts',
      eagerEsModules: false, // modules of Node's older form find each other without endings of files
    };
    writeFileSync(join(folder, 'relay.config.json'), JSON.stringify(config));
    execFileSync(process.execPath, [COMPILER, join(folder, 'relay.config.json')], { cwd: folder, stdio: 'pipe' });
    const artifacts = new Map();
    const names = texts.map((text) => /(?:query|mutation|fragment)\s+(\w+)/.exec(text)[1]);
    for (const name of [...names, ...generated]) {
      artifacts.set(name, require(join(folder, 'artifacts', `${name}.graphql.js`)));
    }
    return artifacts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * A client of the gateway for compiled operations: `ask` answers from the network, `read` from the store alone, or
 * null where it lacks something. `show` keeps a page open, whose `data` follows the store. `requests` and `answers` have the
 * bodies of all so far.
 */
export function connect(artifacts, user = 'alex') {
  const requests = [];
  const answers = [];
  const send = fetchAs(user, requests, answers);
  const environment = new Environment({
    network: Network.create(async ({ text }, variables) => {
      const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
      const response = await send(ENDPOINT, { method: 'POST', headers, body: JSON.stringify({ query: text, variables }) });
      return response.json();
    }),
    store: new Store(new RecordSource()),
  });
  const operation = (name, variables = {}) => createOperationDescriptor(artifacts.get(name), variables);
  return {
    environment,
    requests,
    answers,
    async ask(name, variables = {}) {
      environment.retain(operation(name, variables));
      return fetchQuery(environment, artifacts.get(name), variables, { fetchPolicy: 'network-only' }).toPromise();
    },
    mutate(name, variables) {
      return new Promise((onCompleted, onError) => {
        commitMutation(environment, { mutation: artifacts.get(name), variables, onCompleted, onError });
      });
    },
    async show(name) {
      environment.retain(operation(name));
      await fetchQuery(environment, artifacts.get(name), {}).toPromise();
      const snapshot = environment.lookup(operation(name).fragment);
      const shown = { data: snapshot.data, close: () => subscription.dispose() };
      const subscription = environment.subscribe(snapshot, ({ data, isMissingData }) => {
        shown.data = isMissingData ? null : data;
      });
      return shown;
    },
    read(name, variables) {
      const asked = operation(name, variables);
      const { data, isMissingData } = environment.lookup(asked.fragment);
      return isMissingData || environment.check(asked).status !== 'available' ? null : data;
    },
  };
}
