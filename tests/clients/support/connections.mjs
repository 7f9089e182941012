/** Relay's own lists: pages put together by `@connection`, entries added and removed by mutations. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import relay from 'relay-runtime';
import { UNIT } from './payloads.mjs';
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
  `query App_BookmarksQuery($key: CourseKey!) { course(key: $key) { id ...App_bookmarks } }`,
  `fragment App_bookmarks on Course {
    bookmarks(first: 10) @connection(key: "App_bookmarks") { edges { node { id key } } }
  }`,
  `mutation App_AddEdgeMutation($block: UsageKey!, $connections: [ID!]!) {
    addBookmark(input: { block: $block }) { bookmarkEdge @prependEdge(connections: $connections) { node { id key } } }
  }`,
  `mutation App_RemoveEdgeMutation($block: UsageKey!, $connections: [ID!]!) {
    removeBookmark(input: { block: $block }) { deletedBookmarkId @deleteEdge(connections: $connections) }
  }`,
];

/** The names that these documents are compiled to, besides their own. */
export const GENERATED = ['App_EnrollmentsPaginationQuery'];

export function listsGrowAndShrink(artifacts, connect) {
  test('Relay adds and removes a bookmark', async () => {
    await reset();
    const { ask, mutate, environment, requests } = connect('alex');
    await ask('App_BookmarksQuery', { key: DEMO });
    const page = relay.createOperationDescriptor(artifacts.get('App_BookmarksQuery'), { key: DEMO });
    const { course } = environment.lookup(page.fragment).data;
    const list = relay.getSingularSelector(artifacts.get('App_bookmarks'), course);
    const keys = () => environment.lookup(list).data.bookmarks.edges.map(({ node }) => node.key);

    const before = keys();
    const connections = [relay.ConnectionHandler.getConnectionID(course.id, 'App_bookmarks')];
    await mutate('App_AddEdgeMutation', { block: UNIT, connections });
    assert.deepEqual(keys(), [UNIT, ...before]);
    await mutate('App_RemoveEdgeMutation', { block: UNIT, connections });
    assert.deepEqual(keys(), before);
    assert.equal(requests.length, 3);
  });

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
