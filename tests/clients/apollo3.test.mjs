import apollo3 from '@apollo/client3/core/core.cjs';
import { apollo } from './support/apollo.mjs';
import { everythingIsKept } from './support/suites.mjs';

everythingIsKept('Apollo Client 3', (user) => apollo(apollo3, user));
