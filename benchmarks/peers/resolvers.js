// One resolver per field of the course: each asks the memoised call of the endpoint that has it.
import * as shapes from "./shapes.js";
import { enrollments } from "./dashboard.js";

const same = (value) => value;

const metadata =
  (name, convert = same) =>
  (course, _, { lms }) =>
    lms.metadata(course.key).then((answer) => convert(answer[name]));

const outline =
  (name, convert = same) =>
  (course, _, { lms }) =>
    lms.outline(course.key).then((answer) => convert(answer[name]));

const courseFields = {
  id: ({ key }) => Buffer.from(`Course:${key}`).toString("base64url"),
  isStaff: metadata("is_staff"),
  originalUserIsStaff: metadata("original_user_is_staff"),
  isMasquerading: ({ key }, _, { lms }) =>
    lms.metadata(key).then((answer) => answer.original_user_is_staff && !answer.is_staff),
  isSelfPaced: metadata("is_self_paced"),
  canViewCertificate: metadata("can_view_certificate"),
  access: metadata("course_access", shapes.access),
  tabs: metadata("tabs", shapes.tabs),
  celebrations: metadata("celebrations", shapes.celebrations),
  verifiedMode: metadata("verified_mode", shapes.verifiedMode),
  enrollment: async ({ key }, _, { lms }) => {
    const { is_enrolled: isActive } = await lms.metadata(key);
    return isActive ? { isActive, mode: (await lms.outline(key)).enrollment_mode } : null;
  },
  hasEnded: outline("has_ended"),
  enrollAlert: outline("enroll_alert", shapes.enrollAlert),
  accessExpiration: outline("access_expiration", shapes.accessExpiration),
  offer: outline("offer", shapes.offer),
  goals: outline("course_goals", shapes.goals),
  certificate: outline("cert_data", shapes.certificate),
  userHasPassingGrade: outline("user_has_passing_grade"),
  tools: outline("course_tools", shapes.tools),
  resume: outline("resume_course", shapes.resume),
  handoutsHtml: outline("handouts_html"),
  welcomeMessageHtml: outline("welcome_message_html"),
  datesBanner: outline("dates_banner_info", shapes.datesBanner),
  outline: outline("course_blocks", shapes.outline),
  upcomingDates: outline("dates_widget", shapes.upcomingDates),
  progress: ({ key }, _, { lms }) => lms.progress(key).then(shapes.progress),
};

// A card of the dashboard brings these along; on a course's own page they are asked for.
for (const name of ["title", "number", "org", "start"]) {
  const ask = metadata(name);
  courseFields[name] = (course, args, context) =>
    course[name] === undefined ? ask(course, args, context) : course[name];
}

export const resolvers = {
  Query: {
    serverTime: (_, __, { lms }) =>
      lms.date().then((date) => new Date(date).toISOString().replace(".000Z", "Z")),
    viewer: () => ({}),
    course: (_, { key }) => ({ key }),
  },
  Viewer: {
    username: (_, __, { lms }) => lms.me().then((me) => me.username),
    timezone: (_, __, { lms }) => lms.preferences().then((preferences) => preferences.time_zone ?? null),
    isAuthenticated: (_, __, { lms }) => lms.me().then((me) => me.username != null),
    emailConfirmation: (_, __, { lms }) =>
      lms.home().then(({ emailConfirmation: e }) => ({
        isNeeded: e.isNeeded,
        sendEmailUrl: shapes.absolute(e.sendEmailUrl),
      })),
    enrollments: (_, args, { lms }) => enrollments(args, lms),
  },
  Course: courseFields,
};
