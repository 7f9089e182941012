/** Shared parts of the bodies of the LMS's REST API. */

export interface LmsOptions {
  /**
   * Address of the LMS, such as `https://lms.example.com`. The gateway gives out whole addresses; where the LMS itself
   * writes relative ones, this is taken off again. Without it they stay whole, which leads to the same pages.
   */
  readonly lmsUrl?: string;
}

/** An address as the LMS writes it where it writes relative ones. */
export function relative(url: string | null, { lmsUrl }: LmsOptions): string | null {
  const base = lmsUrl?.replace(/\/+$/, '');
  return url !== null && base && url.startsWith(`${base}/`) ? url.slice(base.length) : url;
}

interface VerifiedMode {
  price: number;
  currency: string | null;
  currencySymbol: string;
  sku: string | null;
  upgradeUrl: string | null;
  accessExpirationDate: string | null;
}

export function verifiedModeBody(mode: VerifiedMode | null, options: LmsOptions) {
  return mode && {
    access_expiration_date: mode.accessExpirationDate,
    currency: mode.currency,
    currency_symbol: mode.currencySymbol,
    price: mode.price,
    sku: mode.sku,
    upgrade_url: relative(mode.upgradeUrl, options),
  };
}

interface AccessExpiration {
  expirationDate: string;
  masqueradingExpiredCourse: boolean;
  upgradeDeadline: string | null;
  upgradeUrl: string | null;
}

export function accessExpirationBody(access: AccessExpiration | null, options: LmsOptions) {
  return access && {
    expiration_date: access.expirationDate,
    masquerading_expired_course: access.masqueradingExpiredCourse,
    upgrade_deadline: access.upgradeDeadline,
    upgrade_url: relative(access.upgradeUrl, options),
  };
}

interface Offer {
  code: string;
  expirationDate: string;
  originalPrice: string;
  discountedPrice: string;
  percentage: number;
  upgradeUrl: string | null;
}

export function offerBody(offer: Offer | null, options: LmsOptions) {
  return offer && {
    code: offer.code,
    discounted_price: offer.discountedPrice,
    expiration_date: offer.expirationDate,
    original_price: offer.originalPrice,
    percentage: offer.percentage,
    upgrade_url: relative(offer.upgradeUrl, options),
  };
}

interface Goals {
  weeklyLearningGoalEnabled: boolean;
  selectedGoal: { daysPerWeek: number; subscribedToReminders: boolean } | null;
}

export function goalsBody(goals: Goals | null) {
  return goals && {
    selected_goal: goals.selectedGoal && {
      days_per_week: goals.selectedGoal.daysPerWeek,
      subscribed_to_reminders: goals.selectedGoal.subscribedToReminders,
    },
    weekly_learning_goal_enabled: goals.weeklyLearningGoalEnabled,
  };
}

interface Certificate {
  status: string;
  webViewUrl: string | null;
  downloadUrl: string | null;
  availableDate: string | null;
}

export function certificateBody(certificate: Certificate | null, options: LmsOptions) {
  return certificate && {
    cert_status: certificate.status,
    cert_web_view_url: relative(certificate.webViewUrl, options),
    download_url: relative(certificate.downloadUrl, options),
    certificate_available_date: certificate.availableDate,
  };
}

interface Celebrations {
  firstSection: boolean;
  streakLengthToCelebrate: number | null;
  streakDiscountEnabled: boolean;
  weeklyGoal: boolean;
}

export function celebrationsBody(celebrations: Celebrations | null) {
  return celebrations && {
    first_section: celebrations.firstSection,
    streak_length_to_celebrate: celebrations.streakLengthToCelebrate,
    streak_discount_enabled: celebrations.streakDiscountEnabled,
    weekly_goal: celebrations.weeklyGoal,
  };
}

interface DatesBanner {
  missedDeadlines: boolean;
  missedGatedContent: boolean | null;
  contentTypeGatingEnabled: boolean;
  verifiedUpgradeLink: string | null;
}

export function datesBannerBody(banner: DatesBanner | null, options: LmsOptions) {
  return banner && {
    missed_deadlines: banner.missedDeadlines,
    content_type_gating_enabled: banner.contentTypeGatingEnabled,
    missed_gated_content: banner.missedGatedContent,
    verified_upgrade_link: relative(banner.verifiedUpgradeLink, options),
  };
}

interface CourseDate {
  date: string | null;
  dateType: string;
  title: string | null;
  description: string | null;
  link: string | null;
  linkText: string | null;
  extraInfo: string | null;
  assignmentType: string | null;
  complete: boolean | null;
  learnerHasAccess: boolean | null;
  firstComponentBlockKey: string | null;
}

const ASSIGNMENT = 'assignment-due-date';

export function courseDateBody(block: CourseDate, options: LmsOptions) {
  const link = block.dateType === ASSIGNMENT ? block.link : relative(block.link, options);
  return {
    assignment_type: block.assignmentType,
    complete: block.complete,
    date: block.date,
    date_type: block.dateType,
    description: block.description,
    learner_has_access: block.learnerHasAccess,
    link: link ?? '',
    link_text: block.linkText ?? '',
    title: block.title,
    extra_info: block.extraInfo,
    first_component_block_id: block.firstComponentBlockKey ?? '',
  };
}
