/** The gateway and the demo LMS that the tests run against. */

import { setTimeout } from 'node:timers/promises';

export const { GATEWAY_URL, LMS_URL } = process.env;
if (!GATEWAY_URL || !LMS_URL) {
  throw new Error('GATEWAY_URL and LMS_URL name the servers; `pytest tests/clients` starts both and sets them');
}

export const ENDPOINT = `${GATEWAY_URL}/graphql`;
export const DEMO = 'course-v1:OpenedX+DemoX+DemoCourse';
export const BOTANY = 'course-v1:OpenedX+BotanyX+2026';
export const GATED = 'course-v1:OpenedX+GateX+2026';
export const PUBLIC = 'course-v1:OpenedX+PubX+2026';

const CSRF_TOKEN = 'A'.repeat(32);

/** The headers that a browser sends to the LMS for a demo user: session, JWT cookies and CSRF pair. */
export function signIn(user) {
  if (user === 'anonymous') {
    return {};
  }
  const claims = Buffer.from(JSON.stringify({ preferred_username: user })).toString('base64url');
  const cookies = {
    sessionid: `demo-${user}`,
    'edx-jwt-cookie-header-payload': `x.${claims}`,
    'edx-jwt-cookie-signature': 'demo',
    csrftoken: CSRF_TOKEN,
  };
  const cookie = Object.entries(cookies).map(([name, value]) => `${name}=${value}`).join('; ');
  return { Cookie: cookie, 'X-CSRFToken': CSRF_TOKEN };
}

/** Brings the demo LMS back into its first state. */
export async function reset() {
  const answer = await fetch(`${LMS_URL}/__reset`, { method: 'POST' });
  if (!answer.ok) {
    throw new Error(`the demo LMS could not be reset: ${answer.status}`);
  }
}

/** A `fetch` as a user, which notes what is asked and, of answers in one piece, what is answered. */
export function fetchAs(user, requests = [], answers = []) {
  return async (url, options = {}) => {
    requests.push(JSON.parse(options.body));
    await setTimeout(1); // a connection that the server has closed since is noticed, and not used again
    const response = await fetch(url, { ...options, headers: { ...options.headers, ...signIn(user) } });
    if (/json/.test(response.headers.get('content-type'))) {
      answers.push(await response.clone().json());
    }
    return response;
  };
}
