/**
 * The micro-frontends' own REST calls, answered from one query for each page, without a change of the micro-frontend.
 *
 * `installLectern` goes into `env.config.jsx`. Unknown calls, and calls after anything unexpected, go to the LMS.
 */

import { newRequestId } from '../request-id.js';
import { aborted, sender, type Adapter, type AxiosLike, type Config, type Response } from './axios.js';
import { Pages, type Answered, type Part } from './pages.js';
import { callOf, type Call, type Page } from './routes.js';

export interface LecternOptions {
  /** The gateway's endpoint, such as `https://lms.example.com/graphql`. */
  readonly url: string;
  /** Address of the LMS: `getConfig().LMS_BASE_URL`. */
  readonly lmsUrl: string;
  /** The client whose calls are answered: `getAuthenticatedHttpClient()`. */
  readonly client: AxiosLike;
  /** Who is signed in: `() => getAuthenticatedUser()?.username ?? null`. */
  readonly user?: () => string | null;
  /** Milliseconds for which the first calls of a page are collected; 10 by default. */
  readonly settle?: number;
  /** Milliseconds for which the parts of an answer are kept for later calls of the page; 15000 by default. */
  readonly keep?: number;
  /** Timeout of the gateway in milliseconds, after which the LMS is called; 8000 by default. */
  readonly timeout?: number;
  /** Called with the reason when a call goes to the LMS instead. */
  readonly onFallback?: (reason: string) => void;
}

const PAUSE_MS = 30_000;
/** Posts of the unit page that change no data that the page has read. */
const HARMLESS = /\/handler\/(?:goto_position|get_completion)$/;

/** Types of response that axios makes from text; it makes a blob or a stream itself. */
const AS_JSON: ReadonlySet<unknown> = new Set([undefined, '', 'json', 'text']);

/** What the LMS lets pages of other origins see the date of. */
const DATED: ReadonlySet<string> = new Set(['outline', 'course']);

/** Answers the client's calls from now on. Returns a function that uninstalls it. */
export function installLectern(options: LecternOptions): () => void {
  const { client, lmsUrl, user = () => null, settle = 10, keep = 15_000 } = options;
  const original = client.defaults.adapter;
  const pass = sender(client, original);
  const report = reporter(options.onFallback);
  const pages = new Pages(asking(options, pass, report), { lmsUrl, settle, keep, user });

  /** The answer to a call of a page; null after anything unexpected, which goes to the LMS. */
  async function found(config: Config): Promise<Response | null> {
    let call: Call | null = null;
    try {
      const address = AS_JSON.has(config.responseType) ? addressOf(config, client, lmsUrl) : null;
      call = address && callOf(address.pathname, address.searchParams);
      const part = call && (await Promise.race([pages.part(call), aborted(config)]));
      return call && part && answer(config, call, part);
    } catch (error) {
      report(`${call?.part ?? config.url}: ${String(error)}`);
      return null;
    }
  }

  /** A write: what was read before its end may be out of date. */
  async function write(config: Config): Promise<Response> {
    pages.forget();
    try {
      return await pass(config);
    } finally {
      pages.forget();
    }
  }

  const adapter: Adapter = async (config: Config) => {
    if ((config.method ?? 'get').toLowerCase() !== 'get') {
      return isHarmless(config) ? pass(config) : write(config);
    }
    return (await found(config)) ?? pass(config);
  };

  client.defaults.adapter = adapter;
  return () => {
    if (client.defaults.adapter === adapter) {
      client.defaults.adapter = original;
    }
    pages.forget();
  };
}

function isHarmless({ url }: Config): boolean {
  return HARMLESS.test(url?.split(/[?#]/)[0] ?? '');
}

/** Calls the application's function; its own failure is no failure of the page. */
function reporter(onFallback: LecternOptions['onFallback']): (reason: string) => void {
  return (reason) => {
    try {
      onFallback?.(reason);
    } catch (error) {
      console.error(error);
    }
  };
}

/** The path of a call to the LMS; null for other servers. */
function addressOf(config: Config, client: AxiosLike, lmsUrl: string): URL | null {
  const base = lmsUrl.replace(/\/+$/, '');
  const text = client.getUri(config);
  return text.startsWith(`${base}/`) ? new URL(text.slice(base.length), base) : null;
}

/** The body is text, as from the network: axios and the caller parse it. */
function answer(config: Config, { part }: Call, { body, serverTime }: Part): Response {
  const date = serverTime !== null && DATED.has(part) ? { date: new Date(serverTime).toUTCString() } : {};
  const headers = { 'content-type': 'application/json', ...date };
  return { data: JSON.stringify(body, complete), status: 200, statusText: 'OK', headers, config };
}

function complete(name: string, value: unknown): unknown {
  if (value === undefined) {
    throw new TypeError(`the gateway's answer lacks ${name}`);
  }
  return value;
}

/** Sends queries by the same adapter as everything else: the sign-in has been renewed by the call that waits for it. */
function asking({ url, timeout = 8000 }: LecternOptions, pass: Adapter, report: (reason: string) => void) {
  let pausedUntil = 0;

  async function post(body: object): Promise<any> {
    const response = await pass({
      method: 'post',
      url,
      data: JSON.stringify(body),
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json',
        'X-Request-ID': newRequestId(),
        // As the micro-frontend's own calls send it.
        'X-Browser-Timezone': Intl.DateTimeFormat().resolvedOptions().timeZone,
      },
      withCredentials: true,
      timeout,
      responseType: 'text',
      validateStatus: () => true,
    });
    return typeof response.data === 'string' ? JSON.parse(response.data) : response.data;
  }

  return async ({ hash, text }: Page['document'], variables: Record<string, unknown>): Promise<Answered | null> => {
    if (Date.now() < pausedUntil) {
      return null;
    }
    const named = { variables, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } };
    try {
      let body = await post(named);
      if (body.errors?.[0]?.extensions?.code === 'PERSISTED_QUERY_NOT_FOUND') {
        body = await post({ ...named, query: text });
      }
      const { data, errors = [] } = body;
      if (!data?.course || errors.length > 0 || data.course.isMasquerading) {
        report(errors[0]?.message ?? (data?.course ? 'a masquerade' : 'no course'));
        return null;
      }
      return { data, serverTime: data.serverTime ?? null };
    } catch (error) {
      pausedUntil = Date.now() + PAUSE_MS;
      report(`the gateway: ${String(error)}`);
      return null;
    }
  };
}
