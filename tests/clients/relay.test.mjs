import assert from 'node:assert/strict';
import { test } from 'node:test';
import relay from 'relay-runtime';
import { CONNECTION_DOCUMENTS, GENERATED, listsGrowAndShrink } from './support/connections.mjs';
import { DEFERRED, assertDelivered, slow } from './support/defer.mjs';
import { blocks, run } from './support/docs.mjs';
import { payloadDocuments, payloadsReachThePage } from './support/payloads.mjs';
import { compile, connect } from './support/relay.mjs';
import { ENDPOINT, fetchAs, reset } from './support/servers.mjs';
import { documents, everythingIsKept } from './support/suites.mjs';
import { nothingIsWarnedOf } from './support/warnings.mjs';

const artifacts = compile([...documents(), ...payloadDocuments, ...DEFERRED, ...CONNECTION_DOCUMENTS], GENERATED);

everythingIsKept('Relay', client);
payloadsReachThePage('Relay', client);
listsGrowAndShrink(artifacts, (user) => connect(artifacts, user));

test('Relay reads deferred fragments as they come, with the network layer of the documentation', async () => {
  await reset();
  await slow();
  const [{ code }] = blocks('Relay');
  globalThis.fetchAsAlex = fetchAs('alex');
  const { environment } = await run('relay', code, {
    "import { Environment, Network, Observable, RecordSource, Store } from 'relay-runtime';":
      "import relay from 'relay-runtime';\nconst { Environment, Network, Observable, RecordSource, Store } = relay;",
    'await fetch(': 'await fetchAsAlex(',
    'https://lms.example.com/graphql': ENDPOINT,
  });
  const operation = relay.createOperationDescriptor(artifacts.get('App_DeferQuery'), {});
  environment.retain(operation);
  const shown = [];
  await new Promise((resolve, reject) => {
    relay.fetchQuery(environment, artifacts.get('App_DeferQuery'), {}).subscribe({
      next: () => shown.push({ course: whole(environment, operation) }),
      error: reject,
      complete: resolve,
    });
  });
  assertDelivered(shown);
  assert.equal(environment.check(operation).status, 'available');
});

nothingIsWarnedOf();

/** The course with the data of its fragments; a fragment that did not come yet has undefined fields. */
function whole(environment, operation) {
  const { course } = environment.lookup(operation.fragment).data;
  const parts = ['App_outline', 'App_progress'].map((name) => {
    const selector = relay.getSingularSelector(artifacts.get(name), course);
    return environment.lookup(selector).data;
  });
  return Object.assign({}, course, ...parts);
}

/** A client that is given documents, as the others are. */
function client(user) {
  const { ask, mutate, read, show, ...rest } = connect(artifacts, user);
  const name = (document) => document.definitions[0].name.value;
  return {
    ...rest,
    ask: (document, variables) => ask(name(document), variables),
    mutate: (document) => mutate(name(document)),
    read: (document, variables) => read(name(document), variables),
    show: (document) => show(name(document)),
  };
}
