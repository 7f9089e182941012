/** An operation as this package sends it: its text with its hash, and the types of its variables and result. */

export type Keyword = 'query' | 'mutation';

/** Of an operation without variables. */
export type NoVariables = Record<string, never>;

export interface Document<Result, Variables> {
  /** Name of the operation. */
  readonly name: string;
  readonly keyword: Keyword;
  /** SHA-256 of the text, in hexadecimal: the id of the persisted query. Empty: the client computes it. */
  readonly hash: string;
  /** The id in the application's own manifest, where it is not the hash. */
  readonly id?: string | undefined;
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

/** A text, or a document of GraphQL Code Generator in its `documentMode: 'string'`. */
export interface TypedText<Result, Variables> {
  toString(): string;
  readonly __apiType?: ((variables: Variables) => Result) | undefined;
  readonly __meta__?: Record<string, unknown> | undefined;
}

const COMMENT = /#[^\n]*|"""[\s\S]*?"""/g;
const OPERATION = /(?:^|[\s}])(query|mutation)\b\s*(\w+)/;

/** An operation of the application's own, for the client and the hooks. It needs a name. */
export function documentOf<Result = unknown, Variables = Record<string, unknown>>(
  source: TypedText<Result, Variables>,
): Document<Result, Variables> {
  const text = source.toString();
  const [, keyword, name] = OPERATION.exec(text.replace(COMMENT, '')) ?? [];
  if (!keyword || !name) {
    throw new Error('The document needs a query or mutation with a name.');
  }
  const id = source.__meta__?.hash;
  return { name, keyword: keyword as Keyword, hash: '', text, ...(typeof id === 'string' ? { id } : {}) };
}
