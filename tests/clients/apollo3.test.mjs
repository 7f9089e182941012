import assert from 'node:assert/strict';
import { test } from 'node:test';
import apollo3 from '@apollo/client3/core/core.cjs';
import { loadDevMessages } from '@apollo/client3/dev/dev.cjs';
import { parse } from 'graphql';
import { SHORTER, apollo } from './support/apollo.mjs';
import { DEFER_QUERY } from './support/defer.mjs';
import { payloadsReachThePage } from './support/payloads.mjs';
import { reset } from './support/servers.mjs';
import { everythingIsKept } from './support/suites.mjs';
import { nothingIsWarnedOf } from './support/warnings.mjs';

loadDevMessages();

const connect = (user) => apollo(apollo3, user);

everythingIsKept('Apollo Client 3', connect);
payloadsReachThePage('Apollo Client 3', connect);

test('Apollo Client 3 knows an older form of @defer, and gets one whole answer', async () => {
  await reset();
  const client = connect('alex');
  const { course } = await client.ask(parse(DEFER_QUERY));
  assert.equal(typeof course.progress.courseGrade.percent, 'number');
  assert.equal(client.answers.length, 1);
});


nothingIsWarnedOf({ except: SHORTER });
