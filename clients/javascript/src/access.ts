/** Access to a course, as the micro-frontends derive it from access and enrolment. */

interface CourseWithAccess {
  readonly access?: {
    readonly hasAccess: boolean;
    readonly errorCode?: string | null;
    readonly userMessage?: string | null;
  } | null;
}

export type Access =
  | { readonly state: 'open' }
  | { readonly state: 'closed'; readonly errorCode: string | null; readonly userMessage: string | null }
  /** The course does not exist, or is hidden from the viewer. */
  | { readonly state: 'missing' }
  /** The call for the access failed: see the errors of the answer. */
  | { readonly state: 'unknown' };

/** Whether the viewer may enter, of any answer that selects `course { access { hasAccess errorCode userMessage } }`. */
export function accessOf(course: CourseWithAccess | null | undefined, errors: readonly unknown[] = []): Access {
  if (!course) {
    return { state: errors.length > 0 ? 'unknown' : 'missing' };
  }
  const { access } = course;
  if (!access) {
    return { state: 'unknown' };
  }
  if (access.hasAccess) {
    return { state: 'open' };
  }
  return { state: 'closed', errorCode: access.errorCode ?? null, userMessage: access.userMessage ?? null };
}

/** Milliseconds by which the LMS's clock is ahead of this machine's, of an answer that selects `serverTime`. */
export function clockOffset(serverTime: string | null | undefined, asked: number, answered = Date.now()): number {
  return serverTime ? Date.parse(serverTime) - (asked + answered) / 2 : 0;
}
