/** The data of the learner dashboard's data layer, made from one query's answer. */

import { learnerHomeBody, type DashboardSource } from '../rest/learner-home.js';
import type { LmsOptions } from '../rest/shared.js';

/** The data of `initializeList`: the dashboard keeps the LMS's body as it is. Null for a visitor. */
export function toLearnerDashboard(data: DashboardSource, options: LmsOptions = {}) {
  return learnerHomeBody(data, options);
}
