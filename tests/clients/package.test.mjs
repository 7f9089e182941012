/** The package `lectern-client` as npm packs it, with the clients that an application installs. */

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ApolloClient, InMemoryCache } from '@apollo/client';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { DEMO, ENDPOINT, LMS_URL, fetchAs, reset } from './support/servers.mjs';

const PACKAGE = fileURLToPath(new URL('../../clients/javascript/', import.meta.url));
const MODULES = fileURLToPath(new URL('./node_modules/', import.meta.url));
const INSTALLED = `${MODULES}lectern-client`;
const PACKED = `${MODULES}.packed-${process.pid}`;

before(() => {
  mkdirSync(PACKED, { recursive: true });
  execFileSync('npm', ['pack', '--silent', '--pack-destination', PACKED], { cwd: PACKAGE, stdio: 'pipe' });
  const [archive] = readdirSync(PACKED);
  rmSync(INSTALLED, { recursive: true, force: true });
  mkdirSync(INSTALLED);
  execFileSync('tar', ['--extract', '--file', `${PACKED}/${archive}`, '--directory', INSTALLED, '--strip-components', '1']);
});

process.on('exit', () => rmSync(PACKED, { recursive: true, force: true }));

test('the client and the adapters', async () => {
  await reset();
  const { CourseHomePageDocument, createClient, toOutlineTab } = await import('lectern-client');
  const { toCourseHomeMetadata } = await import('lectern-client/adapters');
  const { data } = await createClient({ url: ENDPOINT, fetch: fetchAs('alex') }).ask(CourseHomePageDocument, { key: DEMO });
  assert.equal(toCourseHomeMetadata(data, { lmsUrl: LMS_URL }).tabs[0].slug, 'outline');
  assert.equal(Object.keys(toOutlineTab(data).courseBlocks.sections).length, 3);
});

test('Apollo Client', async () => {
  const { DatesPageDocument } = await import('lectern-client');
  const { documentNode, lecternLink, possibleTypes } = await import('lectern-client/apollo');
  const cache = new InMemoryCache({ possibleTypes });
  const client = new ApolloClient({ link: lecternLink({ url: ENDPOINT, fetch: fetchAs('alex') }), cache });
  const { data } = await client.query({ query: documentNode(DatesPageDocument), variables: { key: DEMO } });
  assert.equal(data.course.title, 'Urban Beekeeping');
});

test('urql with a normalised cache', async () => {
  const { DatesPageDocument } = await import('lectern-client');
  const { documentNode, lecternExchanges } = await import('lectern-client/urql');
  const exchanges = [cacheExchange(), ...lecternExchanges(), fetchExchange];
  const client = new Client({ url: ENDPOINT, preferGetMethod: false, exchanges, fetch: fetchAs('alex') });
  const { data } = await client.query(documentNode(DatesPageDocument), { key: DEMO });
  assert.equal(data.course.title, 'Urban Beekeeping');
  assert.ok(client.readQuery(documentNode(DatesPageDocument), { key: DEMO }).data.course.dates.blocks.length > 0);
});

test('what a gateway and a cache are given', async () => {
  const { default: manifest } = await import('lectern-client/persisted-query-manifest.json', { with: { type: 'json' } });
  const { default: types } = await import('lectern-client/possible-types.json', { with: { type: 'json' } });
  assert.ok(manifest.operations.some(({ name }) => name === 'CourseHomePage'));
  assert.ok(types.Node.includes('Course'));
});
