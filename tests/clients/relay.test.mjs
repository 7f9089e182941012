import assert from 'node:assert/strict';
import { test } from 'node:test';
import relay from 'relay-runtime';
import { CONNECTION_DOCUMENTS, GENERATED, listsGrowAndShrink } from './support/connections.mjs';
import { DEFERRED, assertDelivered, slow } from './support/defer.mjs';
import { blocks, run } from './support/docs.mjs';
import { payloadDocuments, payloadsReachThePage } from './support/payloads.mjs';
import { compile, connect } from './support/relay.mjs';
import { ENDPOINT, fetchAs, reset } from './support/servers.mjs';
import { STREAMED, assertStreamed, slowSequences } from './support/stream.mjs';
import { documents, everythingIsKept } from './support/suites.mjs';
import { nothingIsWarnedOf } from './support/warnings.mjs';

const artifacts = compile([...documents(), ...payloadDocuments, ...DEFERRED, ...STREAMED, ...CONNECTION_DOCUMENTS], GENERATED);

everythingIsKept('Relay', client);
payloadsReachThePage('Relay', client);
listsGrowAndShrink(artifacts, (user) => connect(artifacts, user));

test('Relay reads deferred fragments as they come, with the network layer of the documentation', async () => {
  await reset();
  await slow();
  const { shown, status } = await follow('App_DeferQuery', ['App_outline', 'App_progress']);
  assertDelivered(shown);
  assert.equal(status, 'available');
});

test('Relay reads the items of a streamed list as they come, with the network layer of the documentation', async () => {
  await reset();
  await slowSequences();
  const { shown, status } = await follow('App_StreamQuery', ['App_lists']);
  assertStreamed(shown);
  assert.equal(status, 'available');
});

test('the network layer of the documentation marks the last payload, and no other', async () => {
  await reset();
  await slow();
  const environment = await documented('is-final');
  const payloads = [];
  await new Promise((resolve, reject) => {
    const observer = { next: (payload) => payloads.push(payload), error: reject, complete: resolve };
    environment.getNetwork().execute(artifacts.get('App_DeferQuery').params, {}, {}).subscribe(observer);
  });
  assert.ok(payloads.length > 1);
  const marked = payloads.map(({ extensions }) => extensions?.is_final ?? false);
  assert.deepEqual(marked, payloads.map((_, place) => place === payloads.length - 1));
});

nothingIsWarnedOf();

/** The environment that the documentation makes, for alex. */
async function documented(name) {
  const [code] = blocks('Relay', 'js');
  globalThis.fetchAsAlex = fetchAs('alex');
  const { environment } = await run(`relay-${name}`, code, {
    "import { Environment, Network, Observable, RecordSource, Store } from 'relay-runtime';":
      "import relay from 'relay-runtime';\nconst { Environment, Network, Observable, RecordSource, Store } = relay;",
    'await fetch(': 'await fetchAsAlex(',
    'https://lms.example.com/graphql': ENDPOINT,
  });
  return environment;
}

/** What the store has of a course at each part of the answer, and whether it lacks anything in the end. */
async function follow(name, fragments) {
  const environment = await documented(name);
  const operation = relay.createOperationDescriptor(artifacts.get(name), {});
  environment.retain(operation);
  const shown = [];
  await new Promise((resolve, reject) => {
    relay.fetchQuery(environment, artifacts.get(name), {}).subscribe({
      next: () => shown.push({ course: whole(environment, operation, fragments) }),
      error: reject,
      complete: resolve,
    });
  });
  return { shown, status: environment.check(operation).status };
}

/** The course with the data of its fragments; a fragment that did not come yet has undefined fields. */
function whole(environment, operation, fragments) {
  const { course } = environment.lookup(operation.fragment).data;
  const parts = fragments.map((name) => {
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
