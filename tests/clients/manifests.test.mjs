/** Clients that name the documents of their builds' manifests, at a gateway that answers nothing else. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ApolloClient, InMemoryCache, gql } from '@apollo/client';
import relay from 'relay-runtime';
import { blocks, run } from './support/docs.mjs';
import { MUTATION, QUERY } from './support/manifests.mjs';
import { DEMO, ENDPOINT, fetchAs, reset } from './support/servers.mjs';

const { MANIFESTS } = process.env;
const TITLE = 'Urban Beekeeping';

beforeEach(reset);

function manifest(name) {
  return JSON.parse(readFileSync(join(MANIFESTS, 'manifests', name), 'utf8'));
}

const load = (name) => import(pathToFileURL(join(MANIFESTS, name)));

/** The code of the documentation, which sends as a demo user; `requests` get the bodies. */
function documented(name, code, requests, changes = {}) {
  globalThis[`fetch_${name}`] = fetchAs('alex', requests);
  return run(name, code, { ...changes, 'https://lms.example.com/graphql': ENDPOINT });
}

/** Nobody sent a text: a gateway that answered one would prove nothing. */
function namedOnly(requests, ids) {
  assert.equal(requests.length, 2);
  for (const request of requests) {
    assert.equal(request.query, undefined);
    assert.ok(ids.includes(request.documentId ?? request.extensions.persistedQuery.sha256Hash));
  }
}

test('Apollo Client with the manifest of its generator', async () => {
  const requests = [];
  const listed = manifest('persisted-query-manifest.json');
  globalThis.listed = listed;
  const [code] = blocks('Persisted queries', 'ts');
  const { link } = await documented('listed', code, requests, {
    "import('./persisted-query-manifest.json')": 'globalThis.listed',
    "credentials: 'include'": 'fetch: fetch_listed',
  });
  const client = new ApolloClient({ cache: new InMemoryCache(), link });
  const { data } = await client.query({ query: gql(QUERY), variables: { key: DEMO } });
  assert.equal(data.course.title, TITLE);
  const written = await client.mutate({ mutation: gql(MUTATION), variables: { course: DEMO } });
  assert.equal(written.data.setCourseGoal.course.goals.selectedGoal.daysPerWeek, 3);
  namedOnly(requests, listed.operations.map(({ id }) => id));
});

test('the hashes of GraphQL Code Generator', async () => {
  const requests = [];
  const { AppCourseQueryDocument, AppGoalMutationDocument } = await load('codegen/gql/graphql.mjs');
  const [, code] = blocks('Persisted queries', 'ts');
  const { ask } = await documented('ask', code, requests, { 'await fetch(': 'await fetch_ask(' });
  const { data } = await ask(AppCourseQueryDocument, { key: DEMO });
  assert.equal(data.course.title, TITLE);
  const written = await ask(AppGoalMutationDocument, { course: DEMO });
  assert.equal(written.data.setCourseGoal.course.goals.selectedGoal.daysPerWeek, 3);
  namedOnly(requests, Object.keys(manifest('web/persisted-documents.json')));
});

test('Relay with the requests that its compiler has persisted', async () => {
  const requests = [];
  const { commitMutation, fetchQuery } = relay;
  const [code] = blocks('Relay', 'js');
  const { environment } = await documented('relay_listed', code, requests, {
    "import { Environment, Network, Observable, RecordSource, Store } from 'relay-runtime';":
      "import relay from 'relay-runtime';\nconst { Environment, Network, Observable, RecordSource, Store } = relay;",
    'await fetch(': 'await fetch_relay_listed(',
  });
  const query = (await load('relay/artifacts/AppCourseQuery.graphql.js')).default;
  const data = await fetchQuery(environment, query, { key: DEMO }).toPromise();
  assert.equal(data.course.title, TITLE);
  const mutation = (await load('relay/artifacts/AppGoalMutation.graphql.js')).default;
  const written = await new Promise((onCompleted, onError) => {
    commitMutation(environment, { mutation, variables: { course: DEMO }, onCompleted, onError });
  });
  assert.equal(written.setCourseGoal.course.goals.selectedGoal.daysPerWeek, 3);
  namedOnly(requests, Object.keys(manifest('persisted_queries.json')));
});

test('a document of another build is refused', async () => {
  const [, code] = blocks('Persisted queries', 'ts');
  const { ask } = await documented('refused', code, [], { 'await fetch(': 'await fetch_refused(' });
  const { errors, data } = await ask({ __meta__: { hash: '0'.repeat(32) } }, { key: DEMO });
  assert.equal(data, undefined);
  assert.equal(errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
});
