// The cards of the learner's dashboard in the shape of the schema.
import { absolute } from "./shapes.js";

const cursor = (offset) => Buffer.from(`offset:${offset}`).toString("base64url");
const offsetOf = (text) => Number(Buffer.from(text, "base64url").toString().slice("offset:".length));

const present = (data) => (data && Object.keys(data).length ? data : null);

function program(p) {
  const url = absolute(p.programUrl);
  return { uuid: url?.replace(/\/$/, "").split("/").pop(), title: p.title, url, type: p.programType };
}

function enrollment(card, created) {
  const { course, courseProvider, courseRun: run, enrollment: e, certificate: c } = card;
  return {
    mode: e.mode,
    isActive: e.isEnrolled,
    isVerified: e.isVerified,
    isAudit: e.isAudit,
    isAuditAccessExpired: e.isAuditAccessExpired,
    canUpgrade: e.canUpgrade,
    hasStarted: e.hasStarted,
    created,
    accessExpirationDate: e.accessExpirationDate,
    isEmailEnabled: e.isEmailEnabled,
    resumeUrl: absolute(run.resumeUrl),
    course: {
      key: run.courseId,
      title: course.courseName,
      number: course.courseNumber,
      org: courseProvider?.name,
      start: run.startDate,
      end: run.endDate,
      bannerImageUrl: absolute(course.bannerImgSrc),
      homeUrl: absolute(run.homeUrl),
      socialShareUrl: absolute(course.socialShareUrl),
      isStarted: run.isStarted,
      isArchived: run.isArchived,
      minPassingGrade: Number(run.minPassingGrade),
    },
    certificate: c && {
      status: null,
      isEarned: c.isEarned,
      isDownloadable: c.isDownloadable,
      isRestricted: c.isRestricted,
      availableDate: c.availableDate,
      previewUrl: absolute(c.certPreviewUrl),
    },
    gradeData: card.gradeData,
    programs: card.programs.relatedPrograms.map(program),
    entitlement: present(card.entitlement),
    credit: present(card.credit),
  };
}

export async function enrollments({ first, after }, lms) {
  const [{ courses: cards }, list] = await Promise.all([lms.home(), lms.enrollments()]);
  const start = after ? offsetOf(after) + 1 : 0;
  const shown = cards.slice(start, start + first);
  const created = new Map(list.map((row) => [row.course_details.course_id, row.created]));
  const edges = shown.map((card, index) => {
    return { cursor: cursor(start + index), node: enrollment(card, created.get(card.courseRun.courseId)) };
  });
  return {
    pageInfo: { hasNextPage: start + first < cards.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: cards.length,
    edges,
  };
}
