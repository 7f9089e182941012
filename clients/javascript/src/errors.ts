/** Errors of the gateway by their codes, from any client. */

/** Every value that `extensions.code` of an error can have. */
export const ERROR_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_USER_INPUT',
  'CONFLICT',
  'RATE_LIMITED',
  'OVERLOADED',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_INVALID',
  'UPSTREAM_NOT_SUPPORTED',
  'QUERY_TOO_COMPLEX',
  'PERSISTED_QUERY_NOT_FOUND',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'INTERNAL',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface GraphQLErrorLike {
  readonly message: string;
  readonly path?: readonly (string | number)[] | undefined;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** The errors in whatever a client throws or returns: an answer, this package's error, Apollo Client's or urql's. */
export function errorsOf(source: unknown): readonly GraphQLErrorLike[] {
  if (Array.isArray(source)) {
    return source.filter(isError);
  }
  if (typeof source === 'object' && source !== null) {
    const { errors, graphQLErrors, error, cause } = source as Record<string, unknown>;
    for (const one of [errors, graphQLErrors, error, cause]) {
      const found = one === source || one === undefined || one === null ? [] : errorsOf(one);
      if (found.length > 0) {
        return found;
      }
    }
  }
  return [];
}

function isError(one: unknown): one is GraphQLErrorLike {
  return typeof one === 'object' && one !== null && typeof (one as { message?: unknown }).message === 'string';
}

/** The code of an error; null if it has no known code. */
export function codeOf(error: GraphQLErrorLike): ErrorCode | null {
  const code = error.extensions?.code;
  return ERROR_CODES.find((known) => known === code) ?? null;
}

/** The codes that occur, each once. */
export function codesOf(source: unknown): ErrorCode[] {
  return [...new Set(errorsOf(source).map(codeOf))].filter((code) => code !== null);
}

export function hasCode(source: unknown, ...codes: ErrorCode[]): boolean {
  return codesOf(source).some((code) => codes.includes(code));
}

/** The errors at a field and below it: `errorsAt(answer, 'course', 'progress')`. */
export function errorsAt(source: unknown, ...path: (string | number)[]): readonly GraphQLErrorLike[] {
  return errorsOf(source).filter((error) => path.every((step, place) => error.path?.[place] === step));
}

/** Seconds to wait before a retry: the longest of all errors; null if none names any. */
export function retryAfter(source: unknown): number | null {
  const waits = errorsOf(source)
    .map((error) => error.extensions?.retryAfter)
    .filter((seconds): seconds is number => typeof seconds === 'number');
  return waits.length > 0 ? Math.max(...waits) : null;
}

const PASSING: readonly ErrorCode[] = ['RATE_LIMITED', 'OVERLOADED', 'UPSTREAM_TIMEOUT', 'UPSTREAM_UNAVAILABLE'];

/** Whether a later retry may succeed. */
export function isPassing(source: unknown): boolean {
  return hasCode(source, ...PASSING);
}

/** Whether the viewer has to sign in, or to renew the token first. */
export function needsSignIn(source: unknown): boolean {
  return hasCode(source, 'UNAUTHENTICATED');
}

/** The id of the request in the gateway's log; null if the answer has none. */
export function requestIdOf(source: unknown): string | null {
  const ids = errorsOf(source).map((error) => error.extensions?.requestId);
  return ids.find((id): id is string => typeof id === 'string') ?? null;
}

/** Nothing was executed: the gateway refused the request, or was not reached. */
export class LecternError extends Error {
  override readonly name = 'LecternError';
  readonly errors: readonly GraphQLErrorLike[];
  /** HTTP status; null when there was no answer. */
  readonly status: number | null;
  readonly requestId: string | null;

  constructor(message: string, details: { errors?: readonly GraphQLErrorLike[]; status?: number | null; requestId?: string | null; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.errors = details.errors ?? [];
    this.status = details.status ?? null;
    this.requestId = details.requestId ?? requestIdOf(this.errors);
  }
}
