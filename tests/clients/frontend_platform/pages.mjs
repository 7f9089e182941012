/**
 * The calls of the learning micro-frontend's pages: the same ones, in the same order, each waiting for what it needs.
 * Of an answer the page sees status, body and the header `Date`; a refused call is no end of the page.
 */

const TIMEZONE = 'browser_timezone=America%2FBogota';

function reader(client, lms) {
  return async (path, config = {}) => {
    try {
      const { status, data, headers } = await client.get(`${lms}${path}`, config);
      return { status, body: data, hasDate: Boolean(headers.date) };
    } catch (error) {
      return { status: error.response?.status ?? null, body: error.response?.data ?? null };
    }
  };
}

/** Header and tabs of all pages of a course, in addition to the tab's own call; and the tours once the username is known. */
function tab(name, path) {
  return async (client, lms, course) => {
    const get = reader(client, lms);
    const [metadata, own] = await Promise.all([
      get(`/api/course_home/course_metadata/${course}?${TIMEZONE}`),
      get(path(course)),
    ]);
    const username = metadata.body?.username;
    const tour = username ? await get(`/api/user_tours/v1/${username}`) : null;
    return { metadata, [name]: own, tour };
  };
}

async function unit(client, lms, course, sequence) {
  const get = reader(client, lms);
  const [info, outline, metadata, toggles, open] = await Promise.all([
    get(`/api/courseware/course/${course}?${TIMEZONE}`),
    get(`/api/learning_sequences/v1/course_outline/${course}`),
    get(`/api/course_home/course_metadata/${course}?${TIMEZONE}`),
    get(`/courses/${course}/courseware-navigation-sidebar/toggles/`),
    get(`/api/courseware/sequence/${sequence}`, { params: { preview: '0' } }),
  ]);
  const username = metadata.body?.username;
  const [navigation, discussion, tour] = await Promise.all([
    get(`/api/course_home/v1/navigation/${course}`),
    get(`/api/discussion/v1/courses/${course}`),
    username ? get(`/api/user_tours/v1/${username}`) : null,
  ]);
  const topics = discussion.body?.provider === 'openedx' ? await get(`/api/discussion/v2/course_topics/${course}`) : null;
  return { info, outline, metadata, toggles, sequence: open, navigation, discussion, topics, tour };
}

export const pages = {
  home: tab('outline', (course) => `/api/course_home/outline/${course}`),
  dates: tab('dates', (course) => `/api/course_home/dates/${course}`),
  progress: tab('progress', (course) => `/api/course_home/progress/${course}`),
  unit,
};
