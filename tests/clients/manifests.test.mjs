/** Clients that name the documents of their builds' manifests, at a gateway that answers nothing else. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core/index.js';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { generatePersistedQueryIdsFromManifest } from '@apollo/persisted-query-lists';
import relay from 'relay-runtime';
import { MUTATION, QUERY } from './support/manifests.mjs';
import { DEMO, ENDPOINT, fetchAs, reset } from './support/servers.mjs';

const { MANIFESTS } = process.env;
const TITLE = 'Urban Beekeeping';

beforeEach(reset);

function manifest(name) {
  return JSON.parse(readFileSync(join(MANIFESTS, 'manifests', name), 'utf8'));
}

const load = (name) => import(pathToFileURL(join(MANIFESTS, name)));

/** Posts a document by its identifier, as a few lines of `fetch` do. */
async function post(documentId, variables, requests) {
  const headers = { 'Content-Type': 'application/json', Accept: 'application/json' };
  const body = JSON.stringify({ documentId, variables });
  return (await fetchAs('alex', requests)(ENDPOINT, { method: 'POST', headers, body })).json();
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
  const client = new ApolloClient({
    cache: new InMemoryCache(),
    link: new PersistedQueryLink(generatePersistedQueryIdsFromManifest({ loadManifest: () => listed })).concat(
      new HttpLink({ uri: ENDPOINT, fetch: fetchAs('alex', requests) }),
    ),
  });
  const { data } = await client.query({ query: gql(QUERY), variables: { key: DEMO } });
  assert.equal(data.course.title, TITLE);
  const written = await client.mutate({ mutation: gql(MUTATION), variables: { course: DEMO } });
  assert.equal(written.data.setCourseGoal.course.goals.selectedGoal.daysPerWeek, 3);
  namedOnly(requests, listed.operations.map(({ id }) => id));
});

test('the hashes of GraphQL Code Generator', async () => {
  const requests = [];
  const { AppCourseQueryDocument, AppGoalMutationDocument } = await load('codegen/gql/graphql.mjs');
  const { data } = await post(AppCourseQueryDocument.__meta__.hash, { key: DEMO }, requests);
  assert.equal(data.course.title, TITLE);
  const written = await post(AppGoalMutationDocument.__meta__.hash, { course: DEMO }, requests);
  assert.equal(written.data.setCourseGoal.course.goals.selectedGoal.daysPerWeek, 3);
  namedOnly(requests, Object.keys(manifest('web/persisted-documents.json')));
});

test('Relay with the requests that its compiler has persisted', async () => {
  const requests = [];
  const { Environment, Network, RecordSource, Store, commitMutation, fetchQuery } = relay;
  const environment = new Environment({
    network: Network.create(({ id }, variables) => post(id, variables, requests)),
    store: new Store(new RecordSource()),
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
  const { errors, data } = await post('0'.repeat(32), { key: DEMO }, []);
  assert.equal(data, undefined);
  assert.equal(errors[0].extensions.code, 'PERSISTED_QUERY_NOT_FOUND');
});
