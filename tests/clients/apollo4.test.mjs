import * as apollo4 from '@apollo/client';
import { apollo } from './support/apollo.mjs';
import { everythingIsKept } from './support/suites.mjs';

everythingIsKept('Apollo Client 4', (user) => apollo(apollo4, user));
