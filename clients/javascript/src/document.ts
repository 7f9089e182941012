/** An operation as this package sends it: its text with its hash, and the types of its variables and result. */

export type Keyword = 'query' | 'mutation';

/** Of an operation without variables. */
export type NoVariables = Record<string, never>;

export interface Document<Result, Variables> {
  /** Name of the operation. */
  readonly name: string;
  readonly keyword: Keyword;
  /** SHA-256 of the text, in hexadecimal: the id of the persisted query. */
  readonly hash: string;
  readonly text: string;
  /** Types only: undefined at run time. */
  readonly __types?: (variables: Variables) => Result;
}

export type ResultOf<One> = One extends Document<infer Result, infer _> ? Result : never;
export type VariablesOf<One> = One extends Document<infer _, infer Variables> ? Variables : never;

/** The arguments after a document: variables need not be given where none are required. */
export type Given<Variables> = Record<string, never> extends Variables ? [variables?: Variables] : [variables: Variables];

export function document<Result, Variables>(
  name: string,
  keyword: Keyword,
  hash: string,
  text: string,
): Document<Result, Variables> {
  return { name, keyword, hash, text };
}
