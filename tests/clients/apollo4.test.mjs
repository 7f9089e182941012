import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as apollo4 from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { parse } from 'graphql';
import { SHORTER, apollo } from './support/apollo.mjs';
import { DEFER_QUERY, WHOLE_QUERY, assertDelivered, slow } from './support/defer.mjs';
import { blocks, run } from './support/docs.mjs';
import { payloadsReachThePage } from './support/payloads.mjs';
import { DEMO, ENDPOINT, reset } from './support/servers.mjs';
import { STREAM_QUERY, UNSTREAMED_QUERY, assertStreamed, slowSequences } from './support/stream.mjs';
import { everythingIsKept } from './support/suites.mjs';
import { nothingIsWarnedOf } from './support/warnings.mjs';

const connect = (user) => apollo(apollo4, user);

everythingIsKept('Apollo Client 4', connect);
payloadsReachThePage('Apollo Client 4', connect);

test('Apollo Client 4 reads deferred fragments as they come', async () => {
  await reset();
  await slow();
  const client = apollo(apollo4, 'alex', { incrementalHandler: new GraphQL17Alpha9Handler() });
  const shown = [];
  await new Promise((resolve, reject) => {
    client.client.watchQuery({ query: parse(DEFER_QUERY) }).subscribe({
      next({ data, dataState, error }) {
        if (error) {
          reject(error);
        }
        if (dataState === 'streaming' || dataState === 'complete') {
          shown.push(data);
        }
        if (dataState === 'complete') {
          resolve();
        }
      },
      error: reject,
    });
  });
  assertDelivered(shown);
  assert.notEqual(client.read(parse(WHOLE_QUERY)), null);
  assert.equal(client.requests.length, 1);
});

test('Apollo Client 4 reads the items of a streamed list as they come', async () => {
  await reset();
  await slowSequences();
  const client = apollo(apollo4, 'alex', { incrementalHandler: new GraphQL17Alpha9Handler() });
  const shown = [];
  await new Promise((resolve, reject) => {
    client.client.watchQuery({ query: parse(STREAM_QUERY) }).subscribe({
      next({ data, loading, error }) {
        if (error) {
          reject(error);
        }
        if (data?.course) {
          shown.push(data);
        }
        if (!loading) {
          resolve();
        }
      },
      error: reject,
    });
  });
  assertStreamed(shown);
  assert.deepEqual(client.read(parse(UNSTREAMED_QUERY)), await apollo(apollo4).ask(parse(UNSTREAMED_QUERY)));
  assert.equal(client.requests.length, 1);
});

test('the code of the documentation runs', async () => {
  const [code] = blocks('Apollo Client', 'ts');
  const { data, error } = await run('apollo', `const key = '${DEMO}';\n${code}\nexport { data, error };`, {
    "import { graphql } from './gql';": "import { gql as graphql } from '@apollo/client';",
    'https://lms.example.com/graphql': ENDPOINT,
  });
  assert.equal(data.course.title, 'Urban Beekeeping');
  assert.deepEqual(error.errors.map((one) => one.extensions.code), ['UNAUTHENTICATED']); // a visitor has no bookmarks
});

test('Apollo Client 4 with an older form of @defer gets one whole answer', async () => {
  await reset();
  const client = apollo(apollo4, 'alex', { incrementalHandler: new Defer20220824Handler() });
  const { course } = await client.ask(parse(DEFER_QUERY));
  assert.equal(typeof course.progress.courseGrade.percent, 'number');
  assert.equal(client.answers.length, 1);
});


nothingIsWarnedOf({ except: SHORTER });
