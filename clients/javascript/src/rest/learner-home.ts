/** Body of the LMS's `learner_home/init`, made from one query's answer. */

import type { DashboardPageQuery } from '../generated/operations.js';
import { relative, type LmsOptions } from './shared.js';

type Viewer = DashboardPageQuery['viewer'];
type Enrollment = NonNullable<Viewer['enrollments']>['edges'][number]['node'];
type Entitlement = NonNullable<Viewer['entitlements']>[number];

/** An answer of `DashboardPage`, also with the enrolments of several answers in its list. */
export interface DashboardSource {
  readonly viewer: Omit<Viewer, 'enrollments'> & {
    readonly enrollments: { readonly edges: readonly { readonly node: Enrollment }[] } | null;
  };
}

/** `GET learner_home/init`; null for a visitor. The answer has to have all enrolments: see `allPages`. */
export function learnerHomeBody({ viewer }: DashboardSource, options: LmsOptions = {}) {
  const { emailConfirmation, enrollments, entitlements, enterpriseDashboard, platformSettings } = viewer;
  if (!enrollments) {
    return null;
  }
  return {
    emailConfirmation: emailConfirmation && {
      isNeeded: emailConfirmation.isNeeded,
      sendEmailUrl: relative(emailConfirmation.sendEmailUrl, options) ?? '',
    },
    enterpriseDashboard: enterpriseDashboard && {
      label: enterpriseDashboard.label,
      url: relative(enterpriseDashboard.url, options),
      uuid: enterpriseDashboard.uuid,
      authOrgId: enterpriseDashboard.authOrgId,
      isLearnerPortalEnabled: enterpriseDashboard.isLearnerPortalEnabled,
    },
    platformSettings: platformSettings && {
      supportEmail: platformSettings.supportEmail,
      billingEmail: platformSettings.billingEmail,
      courseSearchUrl: relative(platformSettings.courseSearchUrl, options),
    },
    courses: [
      ...enrollments.edges.map(({ node }) => enrolled(node, options)),
      ...(entitlements ?? []).map((one) => unfulfilled(one, options)),
    ],
    socialShareSettings: Object.fromEntries(
      (viewer.socialShareSettings ?? []).map(({ network, isEnabled, socialBrand, utmParams }) => [
        network,
        { isEnabled, socialBrand, utmParams },
      ]),
    ),
    suggestedCourses: (viewer.suggestedCourses ?? []).map(({ title, url, bannerImageUrl, logoImageUrl }) => ({
      bannerImgSrc: relative(bannerImageUrl, options),
      logoImgSrc: relative(logoImageUrl, options),
      courseName: title,
      courseUrl: url,
    })),
  };
}

function enrolled(enrollment: Enrollment, options: LmsOptions) {
  const { course, certificate, credit, entitlement } = enrollment;
  return {
    course: course && {
      bannerImgSrc: relative(course.cardImageUrl, options),
      courseName: course.title,
      courseNumber: course.number,
      socialShareUrl: course.socialShareUrl,
    },
    courseProvider: course && { name: course.org },
    courseRun: course && {
      isStarted: course.isStarted,
      isArchived: course.isArchived,
      courseId: course.key,
      minPassingGrade: course.minPassingGrade?.toFixed(2) ?? null,
      startDate: course.start,
      advertisedStart: course.advertisedStart,
      endDate: course.end,
      homeUrl: course.homeUrl,
      marketingUrl: course.marketingUrl,
      progressUrl: course.progressUrl,
      unenrollUrl: relative(enrollment.unenrollUrl, options),
      upgradeUrl: relative(enrollment.upgradeUrl, options),
      resumeUrl: relative(enrollment.resumeUrl, options),
    },
    enrollment: {
      accessExpirationDate: enrollment.accessExpirationDate,
      isAudit: enrollment.isAudit,
      hasStarted: enrollment.hasStarted,
      coursewareAccess: {
        hasUnmetPrerequisites: enrollment.hasUnmetPrerequisites,
        isTooEarly: enrollment.isTooEarly,
        isStaff: enrollment.isStaff,
      },
      isVerified: enrollment.isVerified,
      canUpgrade: enrollment.canUpgrade,
      isAuditAccessExpired: enrollment.isAuditAccessExpired,
      isEmailEnabled: enrollment.isEmailEnabled,
      hasOptedOutOfEmail: enrollment.hasOptedOutOfEmail,
      lastEnrolled: enrollment.created,
      isEnrolled: enrollment.isActive,
      mode: enrollment.mode,
    },
    certificate: certificate && {
      availableDate: certificate.availableDate,
      isRestricted: certificate.isRestricted,
      isEarned: certificate.isEarned,
      isDownloadable: certificate.isDownloadable,
      certPreviewUrl: relative(certificate.previewUrl, options),
    },
    entitlement: entitlement ? entitlementBody(entitlement) : {},
    gradeData: enrollment.gradeData && { isPassing: enrollment.gradeData.isPassing },
    programs: { relatedPrograms: (enrollment.programs ?? []).map((one) => programBody(one, options)) },
    credit: credit ? {
      providerStatusUrl: credit.providerStatusUrl,
      providerName: credit.providerName,
      providerId: credit.providerId,
      error: credit.error,
      purchased: credit.purchased,
      requestStatus: credit.requestStatus,
    } : {},
  };
}

/** The card of a course that was bought and has no run yet. */
function unfulfilled(entitlement: Entitlement, options: LmsOptions) {
  return {
    entitlement: entitlementBody(entitlement),
    course: {
      bannerImgSrc: relative(entitlement.courseBannerImageUrl, options),
      courseName: entitlement.courseTitle,
      courseNumber: entitlement.courseNumber,
      socialShareUrl: null,
    },
    courseProvider: { name: entitlement.courseOrg },
    programs: { relatedPrograms: entitlement.programs.map((one) => programBody(one, options)) },
    courseRun: null,
    gradeData: null,
    certificate: null,
    enrollment: {
      accessExpirationDate: null,
      isAudit: false,
      hasStarted: false,
      coursewareAccess: { hasUnmetPrerequisites: false, isTooEarly: false, isStaff: false },
      isVerified: false,
      canUpgrade: false,
      isAuditAccessExpired: false,
      isEmailEnabled: false,
      hasOptedOutOfEmail: false,
      lastEnrolled: null,
      isEnrolled: false,
      mode: null,
    },
    credit: {},
  };
}

function entitlementBody(entitlement: NonNullable<Enrollment['entitlement']> | Entitlement) {
  return {
    availableSessions: entitlement.availableSessions.map(({ start, end, course }) => ({
      startDate: start,
      endDate: end,
      courseId: course?.key ?? null,
    })),
    uuid: entitlement.uuid,
    isRefundable: entitlement.isRefundable,
    isFulfilled: entitlement.isFulfilled,
    changeDeadline: entitlement.changeDeadline,
    isExpired: entitlement.isExpired,
    expirationDate: entitlement.expirationDate,
  };
}

function programBody(program: Entitlement['programs'][number], options: LmsOptions) {
  return {
    bannerImgSrc: relative(program.bannerImageUrl, options),
    logoImgSrc: relative(program.logoImageUrl, options),
    numberOfCourses: program.courseCount,
    programType: program.type,
    programUrl: program.url,
    provider: program.provider,
    title: program.title,
  };
}
