/** Handlers of errors, by code. */

import { codeOf, errorsOf, type ErrorCode, type GraphQLErrorLike } from './errors.js';

export type Handlers = Partial<Record<ErrorCode, (error: GraphQLErrorLike, operation: string | undefined) => void>>;

/** Calls the handler of each code that occurs, once for each answer. */
export function handle(handlers: Handlers, source: unknown, operation: string | undefined): void {
  const called = new Set<ErrorCode>();
  for (const error of errorsOf(source)) {
    const code = codeOf(error);
    if (code !== null && !called.has(code)) {
      called.add(code);
      handlers[code]?.(error, operation);
    }
  }
}
