import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { DEFER_QUERY, WHOLE_QUERY, assertDelivered, slow } from './support/defer.mjs';
import { payloadsReachThePage } from './support/payloads.mjs';
import { reset } from './support/servers.mjs';
import { everythingIsKept } from './support/suites.mjs';
import { urql } from './support/urql.mjs';
import { nothingIsWarnedOf } from './support/warnings.mjs';

everythingIsKept('urql', urql);
payloadsReachThePage('urql', urql);

test('urql reads deferred fragments as they come', async () => {
  await reset();
  await slow();
  const { client, read, requests } = urql('alex');
  const shown = [];
  await new Promise((resolve, reject) => {
    client.query(parse(DEFER_QUERY), {}).subscribe(({ data, error, hasNext }) => {
      if (error) {
        reject(error);
      }
      shown.push(structuredClone(data));
      if (!hasNext) {
        resolve();
      }
    });
  });
  assertDelivered(shown);
  assert.notEqual(read(parse(WHOLE_QUERY)), null);
  assert.equal(requests.length, 1);
});


nothingIsWarnedOf();
