/**
 * A page of a micro-frontend, as far as HTTP goes: the client is configured as `initialize()` of frontend-platform does it.
 * Tests call what stands in `window.mfe`.
 */

import {
  AxiosJwtAuthService, configure, fetchAuthenticatedUser, getAuthenticatedHttpClient,
} from '@edx/frontend-platform/auth';
import { installLectern } from '../../../clients/javascript/src/frontend-platform/index.ts';
import { pages } from './pages.mjs';

const log = [];
const loggingService = {
  logInfo: (message) => log.push(String(message)),
  logError: (error) => log.push(String(error?.message ?? error)),
  setCustomAttribute: () => {},
};

function start(lms) {
  const config = {
    BASE_URL: window.location.origin,
    LMS_BASE_URL: lms,
    LOGIN_URL: `${lms}/login`,
    LOGOUT_URL: `${lms}/logout`,
    REFRESH_ACCESS_TOKEN_ENDPOINT: `${lms}/login_refresh`,
    ACCESS_TOKEN_COOKIE_NAME: 'edx-jwt-cookie-header-payload',
    CSRF_TOKEN_API_PATH: '/csrf/api/v1/token',
  };
  configure(AxiosJwtAuthService, { config, loggingService });
}

/** Signs in with the LMS's own form. */
async function signIn(lms, user) {
  const body = new URLSearchParams({ email_or_username: user, password: 'demo' });
  const answer = await fetch(`${lms}/api/user/v2/account/login_session/`, { method: 'POST', body, credentials: 'include' });
  return answer.status;
}

/** Sends an operation with the MFEs' own client. An error of the client is returned as its message and HTTP status. */
async function ask(endpoint, query, variables = {}) {
  try {
    const { status, data } = await getAuthenticatedHttpClient().post(endpoint, { query, variables });
    return { status, body: data };
  } catch (error) {
    return { status: error.response?.status ?? null, error: error.message };
  }
}

/** The token that the client has, renewed when it must be; null when nobody is signed in. */
async function user(forceRefresh = false) {
  return (await fetchAuthenticatedUser({ forceRefresh }))?.username ?? null;
}

/** Answers the page's own REST calls from the gateway, as `env.config.jsx` would have it done. */
let uninstall = () => {};
const fallbacks = [];

function install(lms, endpoint, options = {}) {
  uninstall();
  let username = null;
  fetchAuthenticatedUser().then((found) => {
    username = found?.username ?? null;
  });
  uninstall = installLectern({
    url: endpoint,
    lmsUrl: lms,
    client: getAuthenticatedHttpClient(),
    user: () => username,
    onFallback: (reason) => fallbacks.push(reason),
    ...options,
  });
}

/** Makes a page's calls in their order: the answers by name, and the milliseconds until the last of them. */
async function load(lms, page, course, subject) {
  const before = performance.now();
  const answers = await pages[page](getAuthenticatedHttpClient(), lms, course, subject);
  return { answers, ms: performance.now() - before, fallbacks: fallbacks.splice(0) };
}

/** A write through the MFEs' own client. */
async function post(url, body) {
  return (await getAuthenticatedHttpClient().post(url, body)).status;
}

window.mfe = {
  start, signIn, ask, user, log, install, uninstall: () => uninstall(), load, post, client: getAuthenticatedHttpClient,
};
