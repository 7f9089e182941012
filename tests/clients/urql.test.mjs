import { urql } from './support/urql.mjs';
import { everythingIsKept } from './support/suites.mjs';

everythingIsKept('urql', urql);
