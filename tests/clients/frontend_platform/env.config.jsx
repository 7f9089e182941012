import { getAuthenticatedHttpClient, getAuthenticatedUser } from '@edx/frontend-platform/auth';
import { APP_AUTH_INITIALIZED } from '@edx/frontend-platform/constants';
import { subscribe } from '@edx/frontend-platform/pubSub';
import { installLectern } from 'lectern-client/frontend-platform';

const LMS = window.addresses.lms;

subscribe(APP_AUTH_INITIALIZED, () => {
  installLectern({
    url: window.addresses.graphql,
    lmsUrl: LMS,
    client: getAuthenticatedHttpClient(),
    user: () => getAuthenticatedUser()?.username ?? null,
  });
});

export default {};
