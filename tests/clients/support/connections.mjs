/** Relay's own lists: pages put together by `@connection`, entries added and removed by mutations. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import relay from 'relay-runtime';
import { DEMO, PUBLIC, reset } from './servers.mjs';

export const CONNECTION_DOCUMENTS = [
  `query App_EnrollmentsQuery { viewer { id ...App_enrollments @arguments(first: 2) } }`,
  `fragment App_enrollments on Viewer
    @refetchable(queryName: "App_EnrollmentsPaginationQuery")
    @argumentDefinitions(first: { type: "Int!" }, after: { type: "String" }) {
    enrollments(first: $first, after: $after) @connection(key: "App_enrollments") {
      edges { cursor node { id isActive course { key } } }
      pageInfo { hasNextPage endCursor }
    }
  }`,
  `mutation App_EnrollEdgeMutation($course: CourseKey!, $connections: [ID!]!) {
    enroll(input: { course: $course }) {
      enrollmentEdge @prependEdge(connections: $connections) { cursor node { id isActive course { key } } }
    }
  }`,
  `mutation App_UnenrollEdgeMutation($course: CourseKey!, $connections: [ID!]!) {
    unenroll(input: { course: $course }) { enrollment { id @deleteEdge(connections: $connections) isActive } }
  }`,
];

/** The names that these documents are compiled to, besides their own. */
export const GENERATED = ['App_EnrollmentsPaginationQuery'];

export function listsGrowAndShrink(artifacts, connect) {
  test('Relay puts pages together, and adds and removes entries', async () => {
    await reset();
    const { ask, mutate, environment, requests } = connect('alex');
    await ask('App_EnrollmentsQuery');
    const { viewer } = read('App_EnrollmentsQuery');
    const list = () => environment.lookup(relay.getSingularSelector(artifacts.get('App_enrollments'), viewer)).data.enrollments;
    const keys = () => list().edges.map(({ node }) => node.course.key);

    const [first] = [keys()];
    assert.equal(first.length, 2);
    assert.equal(list().pageInfo.hasNextPage, true);
    await ask('App_EnrollmentsPaginationQuery', { id: viewer.id, first: 3, after: list().pageInfo.endCursor });
    const both = keys();
    assert.deepEqual(both.slice(0, 2), first);
    assert.equal(new Set(both).size, 5);

    const connections = [relay.ConnectionHandler.getConnectionID(viewer.id, 'App_enrollments')];
    await mutate('App_EnrollEdgeMutation', { course: PUBLIC, connections });
    assert.deepEqual(keys(), [PUBLIC, ...both]);
    const gone = both.includes(DEMO) ? DEMO : both[0];
    await mutate('App_UnenrollEdgeMutation', { course: gone, connections });
    assert.deepEqual(keys(), [PUBLIC, ...both.filter((key) => key !== gone)]);
    assert.equal(requests.length, 4);

    function read(name) {
      return environment.lookup(relay.createOperationDescriptor(artifacts.get(name), {}).fragment).data;
    }
  });
}
