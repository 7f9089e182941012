import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { DEFER_QUERY, WHOLE_QUERY, assertDelivered, slow } from './support/defer.mjs';
import { blocks, run } from './support/docs.mjs';
import { payloadsReachThePage } from './support/payloads.mjs';
import { DEMO, ENDPOINT, reset } from './support/servers.mjs';
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

test('the code of the documentation runs', async () => {
  const [code] = blocks('urql', 'ts');
  const source = `const key = '${DEMO}';\n${code}\nexport { data, codes };`;
  const { data, codes } = await run('urql', source, { 'https://lms.example.com/graphql': ENDPOINT });
  assert.equal(data.course.title, 'Urban Beekeeping');
  assert.equal(codes, undefined);
});

nothingIsWarnedOf();
