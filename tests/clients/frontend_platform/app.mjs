/**
 * A micro-frontend that starts as real ones do, with `initialize()` of frontend-platform and an `env.config.jsx`, and makes
 * the calls of a course's home page once it is ready.
 */

import {
  APP_INIT_ERROR, APP_READY, initialize, mergeConfig, subscribe,
} from '@edx/frontend-platform';
import { getAuthenticatedHttpClient } from '@edx/frontend-platform/auth';
import { pages } from './pages.mjs';

const { lms, course } = window.addresses;
const quiet = class {
  logInfo() {}

  logError(error) {
    window.failed = String(error);
  }

  setCustomAttribute() {}

  sendTrackEvent() {}

  sendPageEvent() {}

  sendTrackingLogEvent() {}

  checkIdentifyCalled() {}

  identifyAuthenticatedUser() {}

  identifyAnonymousUser() {}
};

subscribe(APP_READY, async () => {
  window.answers = await pages.home(getAuthenticatedHttpClient(), lms, course);
});
subscribe(APP_INIT_ERROR, (_, error) => {
  window.failed = String(error);
});

initialize({
  messages: [],
  loggingService: quiet,
  analyticsService: quiet,
  externalScripts: [],
  requireAuthenticatedUser: true,
  handlers: {
    config() {
      mergeConfig({
        ACCESS_TOKEN_COOKIE_NAME: 'edx-jwt-cookie-header-payload',
        BASE_URL: window.location.origin,
        CSRF_TOKEN_API_PATH: '/csrf/api/v1/token',
        LANGUAGE_PREFERENCE_COOKIE_NAME: 'openedx-language-preference',
        LMS_BASE_URL: lms,
        LOGIN_URL: `${lms}/login`,
        LOGOUT_URL: `${lms}/logout`,
        REFRESH_ACCESS_TOKEN_ENDPOINT: `${lms}/login_refresh`,
      });
    },
  },
});
