/** The gateway and the demo LMS that the tests run against. */

import { createClient, type Client, type Options } from '../../src/index.js';

function address(name: string): string {
  const url = process.env[name];
  if (!url) {
    throw new Error(`${name} is not set; \`pytest tests/clients/test_package.py\` starts both servers and sets it`);
  }
  return url;
}

export const GATEWAY_URL = address('GATEWAY_URL');
export const LMS_URL = address('LMS_URL');
export const ENDPOINT = `${GATEWAY_URL}/graphql`;

export const DEMO = 'course-v1:OpenedX+DemoX+DemoCourse';
export const BOTANY = 'course-v1:OpenedX+BotanyX+2026';
export const GATED = 'course-v1:OpenedX+GateX+2026';
export const NOT_STARTED = 'course-v1:OpenedX+StatsX+2026_T2';
export const PUBLIC = 'course-v1:OpenedX+PubX+2026';
export const CODE = 'course-v1:DemoU+CodeX+2026';

const CSRF_TOKEN = 'A'.repeat(32);

/** The headers that a browser sends to the LMS for a demo user: session, JWT cookies and CSRF pair. */
export function signIn(user: string): Record<string, string> {
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

/** What was sent, in order: the bodies. */
export type Sent = Record<string, unknown>[];

export function fetchAs(user: string, sent: Sent = []): typeof fetch {
  return (url, init = {}) => {
    sent.push(JSON.parse(String(init.body)) as Record<string, unknown>);
    return fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...signIn(user) } });
  };
}

export function clientOf(user: string, options: Partial<Options> = {}): Client {
  return createClient({ url: ENDPOINT, fetch: fetchAs(user), ...options });
}

/** The demo LMS in its first state. */
export async function reset(): Promise<void> {
  await control('POST', '__reset');
}

export async function faults(given: Record<string, unknown>): Promise<void> {
  await control('PUT', '__faults', given);
}

/** Switches features of the LMS on or off until the next reset. */
export async function features(given: Record<string, boolean>): Promise<void> {
  await control('PUT', '__features', given);
}

async function control(method: string, path: string, body?: unknown): Promise<void> {
  const answer = await fetch(`${LMS_URL}/${path}`, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
  if (!answer.ok) {
    throw new Error(`the demo LMS answered ${path} with ${answer.status}`);
  }
}

/** What the LMS itself answers. */
export async function rest(path: string, user: string): Promise<{ status: number; body: any }> {
  const answer = await fetch(`${LMS_URL}/${path}`, { headers: { Accept: 'application/json', ...signIn(user) } });
  const text = await answer.text();
  return { status: answer.status, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text };
}
