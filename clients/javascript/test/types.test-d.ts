/** What the compiler has to accept and to refuse; `npm run types` compiles this file, nothing runs it. */

import {
  CourseHomePageDocument,
  CoursewarePageDocument,
  DatesPageDocument,
  MobileProfileDocument,
  ProgressPageDocument,
  createClient,
  toCourseHomeMetadata,
  toDatesTab,
  toOutlineTab,
  type DatesPageQueryVariables,
  type ResultOf,
  type VariablesOf,
  type schema,
} from '../src/index.js';
import { documentNode } from '../src/apollo.js';
import { lecternQuery, useLecternQuery } from '../src/react-query.js';

const client = createClient({ url: 'https://lms.example.com/graphql' });
const KEY = { key: 'course-v1:OpenedX+DemoX+DemoCourse' };

const home = await client.ask(CourseHomePageDocument, KEY);
const title: string | null | undefined = home.data.course?.title;
// @ts-expect-error: the query does not select it
home.data.course?.overviewHtml;
// @ts-expect-error: it may be null
home.data.course.title;

await client.ask(MobileProfileDocument);
// @ts-expect-error: the course's key is required
await client.ask(CourseHomePageDocument);
// @ts-expect-error: a key is text
await client.ask(CourseHomePageDocument, { key: 1 });

const variables: DatesPageQueryVariables = KEY;
const same: VariablesOf<typeof DatesPageDocument> = variables;
const dates = (await client.ask(DatesPageDocument, same, { signal: new AbortController().signal })).data;
const result: ResultOf<typeof DatesPageDocument> = dates;

// All pages of a course have what its header needs; only the home page has the outline.
const progress = (await client.ask(ProgressPageDocument, KEY)).data;
const unit = (await client.ask(CoursewarePageDocument, { ...KEY, sequence: 'block-v1:a+b+c+type@sequential+block@d' })).data;
const metas = [toCourseHomeMetadata(home.data), toCourseHomeMetadata(dates), toCourseHomeMetadata(progress), toCourseHomeMetadata(unit)];
const slug: string | undefined = metas[0]?.tabs[0]?.slug;
toOutlineTab(home.data, { lmsUrl: 'https://lms.example.com' });
// @ts-expect-error: the dates are not in this answer
toDatesTab(home.data);
// @ts-expect-error: the query of a unit page does not select the home page's outline
toOutlineTab(unit);

const node: { __apiType?: (variables: never) => ResultOf<typeof DatesPageDocument> } = documentNode(DatesPageDocument);
const kept = lecternQuery(client, DatesPageDocument, KEY);
const Hook = () => {
  const { data } = useLecternQuery(DatesPageDocument, KEY, { select: (answer) => answer.data.course?.dates?.blocks.length });
  const count: number | undefined = data;
  return count;
};

const pacing: schema.Pacing = 'SELF';
// @ts-expect-error: there is no such value
const wrong: schema.Pacing = 'NONE';
const course: Pick<schema.Course, 'title'> = { title: null };

export { Hook, course, kept, metas, node, pacing, result, slug, title, wrong };
