/** A small client over `fetch`: persisted queries, request ids, errors by code, renewed sign-ins. */

import type { Document, Given } from './document.js';
import { LecternError, errorsOf, needsSignIn, type GraphQLErrorLike } from './errors.js';
import { sha256 } from './hash.js';
import { newRequestId } from './request-id.js';

/** The answer. `data` is available even if some fields failed: `errors` lists these. */
export interface Answer<Result> {
  readonly data: Result;
  readonly errors: readonly GraphQLErrorLike[];
  readonly requestId: string | null;
}

export interface Options {
  /** The gateway's endpoint, such as `https://lms.example.com/graphql`. */
  readonly url: string;
  readonly fetch?: typeof fetch;
  /** Cookies are sent by default, as micro-frontends need it. */
  readonly credentials?: RequestCredentials;
  /** Headers of every request: an app's `Authorization`, or `Accept-Language`. */
  readonly headers?: Record<string, string> | (() => Record<string, string> | Promise<Record<string, string>>);
  /** The browser's time zone, which the LMS keeps for its e-mails: `Intl.DateTimeFormat().resolvedOptions().timeZone`. */
  readonly browserTimezone?: string;
  /**
   * How documents are sent. `automatic`: their hash, and the text when the gateway does not know it yet. `listed`: their
   * hash only, for gateways that have this package's manifest. `text`: as they are.
   */
  readonly persisted?: 'automatic' | 'listed' | 'text';
  /** The CSRF token of the LMS, for writes with a session: `getToken` of frontend-platform's CSRF service. */
  readonly csrfToken?: () => Promise<string> | string;
  /** Renews the sign-in; called once if the LMS does not accept it; then the query is sent again. False or null: it was not renewed. */
  readonly refresh?: () => Promise<unknown>;
}

export interface Client {
  /** Sends an operation; rejects with a `LecternError` if nothing was executed. */
  ask<Result, Variables>(document: Document<Result, Variables>, ...given: Asked<Variables>): Promise<Answer<Result>>;
  readonly options: Options;
}

type Asked<Variables> = [...Given<Variables>] | [...Required<Given<Variables>>, { signal?: AbortSignal | undefined }];

interface Body {
  data?: unknown;
  errors: readonly GraphQLErrorLike[];
}

/** Of any JSON: proxies answer in forms of their own. */
function bodyOf(given: unknown): Body {
  const { data, errors } = Object(given) as { data?: unknown; errors?: unknown };
  return { data, errors: errorsOf(errors) };
}

export function createClient(options: Options): Client {
  const sign = renewals(options.refresh);
  return {
    options,
    async ask<Result, Variables>(document: Document<Result, Variables>, ...given: Asked<Variables>) {
      const [variables = {}, { signal } = {}] = given as [unknown?, { signal?: AbortSignal }?];
      const send = () => answerOf<Result>(options, document, variables, signal);
      if (document.keyword !== 'query' || !options.refresh) {
        return send();
      }
      const asked = sign.count();
      try {
        const answer = await send();
        if (!needsSignIn(answer) || !(await sign.renew(asked))) {
          return answer;
        }
      } catch (error) {
        if (!needsSignIn(error) || !(await sign.renew(asked))) {
          throw error;
        }
      }
      return send();
    },
  };
}

/** The same for code that takes any document: `variables` are the document's own. */
export function request<Result, Variables>(
  client: Client,
  document: Document<Result, Variables>,
  variables: Variables | undefined,
  init: { signal?: AbortSignal } = {},
): Promise<Answer<Result>> {
  const ask = client.ask as (...given: unknown[]) => Promise<Answer<Result>>;
  return ask(document, variables, init);
}

/** Renews the sign-in once for several queries that fail together, also for those that fail a little later. */
function renewals(refresh: Options['refresh']) {
  let done = 0;
  let running: Promise<boolean> | null = null;
  return {
    count: () => done,
    /** Whether the sign-in is another one than when `asked` had been renewed. */
    async renew(asked: number): Promise<boolean> {
      if (done > asked) {
        return true;
      }
      running ??= Promise.resolve(refresh?.())
        .then((taken) => taken !== false && taken !== null, () => false)
        .then((isRenewed) => {
          done += isRenewed ? 1 : 0;
          running = null;
          return isRenewed;
        });
      return running;
    },
  };
}

async function answerOf<Result>(
  options: Options,
  document: Document<unknown, never>,
  variables: unknown,
  signal: AbortSignal | undefined,
): Promise<Answer<Result>> {
  const { persisted = 'automatic' } = options;
  const send = (named: Record<string, unknown>) => post(options, document, { ...named, variables }, signal);
  if (persisted === 'text') {
    return checked(await send({ query: document.text }));
  }
  const hash = document.hash || (await sha256(document.text));
  if (persisted === 'listed') {
    return checked(await send({ documentId: document.id ?? hash }));
  }
  const byHash = { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
  const answer = await send(byHash);
  const isUnknown = answer.body.errors.some((error) => error.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND');
  return checked(isUnknown ? await send({ ...byHash, query: document.text }) : answer);
}

interface Received {
  body: Body;
  status: number;
  requestId: string | null;
}

function checked<Result>({ body, status, requestId }: Received): Answer<Result> {
  const { data, errors } = body;
  if (data === undefined || data === null) {
    const message = errors[0]?.message ?? `The gateway answered with status ${status}.`;
    throw new LecternError(message, { errors, status, requestId });
  }
  return { data: data as Result, errors, requestId };
}

async function post(
  options: Options,
  document: Document<unknown, never>,
  body: unknown,
  signal: AbortSignal | undefined,
): Promise<Received> {
  const { url, fetch: send = fetch, credentials = 'include', headers = {}, csrfToken, browserTimezone } = options;
  const own = typeof headers === 'function' ? await headers() : headers;
  const token: Record<string, string> =
    document.keyword === 'mutation' && csrfToken ? { 'X-CSRFToken': await csrfToken() } : {};
  let response: Response;
  try {
    response = await send(url, {
      method: 'POST',
      credentials,
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-Request-ID': newRequestId(),
        ...(browserTimezone ? { 'X-Browser-Timezone': browserTimezone } : {}),
        ...token,
        ...own,
      },
      body: JSON.stringify(body),
      ...(signal ? { signal } : {}),
    });
  } catch (cause) {
    if (signal?.aborted) {
      throw cause;
    }
    throw new LecternError('The gateway could not be reached.', { cause });
  }
  const requestId = response.headers.get('X-Request-ID');
  try {
    return { body: bodyOf(await response.json()), status: response.status, requestId };
  } catch (cause) {
    throw new LecternError(`The gateway answered with status ${response.status} and no JSON.`, {
      status: response.status,
      requestId,
      cause,
    });
  }
}
