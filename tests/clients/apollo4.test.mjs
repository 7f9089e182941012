import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as apollo4 from '@apollo/client';
import { Defer20220824Handler, GraphQL17Alpha9Handler } from '@apollo/client/incremental';
import { parse } from 'graphql';
import { SHORTER, apollo } from './support/apollo.mjs';
import { DEFER_QUERY, WHOLE_QUERY, assertDelivered, slow } from './support/defer.mjs';
import { payloadsReachThePage } from './support/payloads.mjs';
import { reset } from './support/servers.mjs';
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

test('Apollo Client 4 with an older form of @defer gets one whole answer', async () => {
  await reset();
  const client = apollo(apollo4, 'alex', { incrementalHandler: new Defer20220824Handler() });
  const { course } = await client.ask(parse(DEFER_QUERY));
  assert.equal(typeof course.progress.courseGrade.percent, 'number');
  assert.equal(client.answers.length, 1);
});


nothingIsWarnedOf({ except: SHORTER });
