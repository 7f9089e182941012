/** The data of the learner dashboard's data layer, made from one query's answer. */

import type { DashboardPageQuery } from '../generated/operations.js';
import { learnerHomeBody } from '../rest/learner-home.js';
import type { LmsOptions } from '../rest/shared.js';

/** The data of `initializeList`: the dashboard keeps the LMS's body as it is. Null for a visitor. */
export function toLearnerDashboard(data: DashboardPageQuery, options: LmsOptions = {}) {
  return learnerHomeBody(data, options);
}
