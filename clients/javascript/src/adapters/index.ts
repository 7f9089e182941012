/**
 * Adapters: convert one query's answer to the models that the micro-frontends' data layers get from REST calls today.
 *
 * Put one in place of a function of a page's `data/api.js`, and the rest of the page stays as it is.
 */

export {
  toCourseHomeMetadata,
  toDatesTab,
  toOutlineTab,
  toProgressTab,
  type MetadataOptions,
  type OutlineOptions,
} from './course-home.js';
export { toCourseOutlineSidebar, toCourseware, toSequence, type CoursewareOptions } from './courseware.js';
export { toLearnerDashboard } from './learner-home.js';
export type { LmsOptions } from '../rest/shared.js';
