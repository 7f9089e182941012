// The cards of the learner's dashboard in the shape of the schema.
import { absolute } from "./shapes.js";

const cursor = (offset) => Buffer.from(`offset:${offset}`).toString("base64url");
const offsetOf = (text) => Number(Buffer.from(text, "base64url").toString().slice("offset:".length));

const present = (data, convert) => (data && Object.keys(data).length ? convert(data) : null);

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;

function certificateStatus(c) {
  if (c.isRestricted) return "restricted";
  if (c.isDownloadable) return "downloadable";
  return c.isEarned ? "earned_but_not_available" : "notpassing";
}

function program(p) {
  const url = absolute(p.programUrl);
  return { uuid: url?.match(UUID)?.[0], title: p.title, url, type: p.programType };
}

function enrollment(card) {
  const { course, courseProvider, courseRun: run, enrollment: e, certificate: c } = card;
  return {
    mode: e.mode,
    isActive: e.isEnrolled,
    isVerified: e.isVerified,
    isAudit: e.isAudit,
    isAuditAccessExpired: e.isAuditAccessExpired,
    canUpgrade: e.canUpgrade,
    hasStarted: e.hasStarted,
    created: e.lastEnrolled,
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
      status: certificateStatus(c),
      isEarned: c.isEarned,
      isDownloadable: c.isDownloadable,
      isRestricted: c.isRestricted,
      availableDate: c.availableDate,
      previewUrl: absolute(c.certPreviewUrl),
    },
    gradeData: card.gradeData,
    programs: card.programs.relatedPrograms.map(program),
    entitlement: present(card.entitlement, (e) => ({ ...e, canViewCourse: e.isFulfilled })),
    credit: present(card.credit, (c) => ({ ...c, isEligible: true })),
  };
}

export async function enrollments({ first, after }, lms) {
  const cards = (await lms.home()).courses.filter((card) => card.courseRun);
  const start = after ? offsetOf(after) + 1 : 0;
  const shown = cards.slice(start, start + first);
  const edges = shown.map((card, index) => {
    return { cursor: cursor(start + index), node: enrollment(card) };
  });
  return {
    pageInfo: { hasNextPage: start + first < cards.length, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: cards.length,
    edges,
  };
}
