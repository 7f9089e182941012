/**
 * The micro-frontends' own REST calls, answered from one query for each page, without a change of the micro-frontend.
 *
 * `installLectern` goes into `env.config.jsx`. Unknown calls, and calls after anything unexpected, go to the LMS.
 */

import { newRequestId } from '../request-id.js';
import { sender, type Adapter, type AxiosLike, type Config, type Response } from './axios.js';
import { Pages, type Answered } from './pages.js';
import { callOf, type Page } from './routes.js';

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

/** What the LMS lets pages of other origins see the date of. */
const DATED: ReadonlySet<string> = new Set(['outline', 'course']);

/** Answers the client's calls from now on. Returns a function that uninstalls it. */
export function installLectern(options: LecternOptions): () => void {
  const { client, lmsUrl, user = () => null, settle = 10, keep = 15_000, onFallback = () => {} } = options;
  const original = client.defaults.adapter;
  const pass = sender(client, original);
  const pages = new Pages(asking(options, pass), { lmsUrl, settle, keep, user });

  const adapter: Adapter = async (config: Config) => {
    const address = addressOf(config, client, lmsUrl);
    if ((config.method ?? 'get').toLowerCase() !== 'get') {
      if (!HARMLESS.test(address?.pathname ?? '')) {
        pages.forget();
      }
      return pass(config);
    }
    const call = address && callOf(address.pathname, address.searchParams);
    if (!call) {
      return pass(config);
    }
    let part = null;
    try {
      part = await pages.part(call);
    } catch (error) {
      onFallback(`${call.part}: ${String(error)}`);
    }
    if (!part) {
      return pass(config);
    }
    return answer(config, part.body, DATED.has(call.part) ? part.serverTime : null);
  };

  client.defaults.adapter = adapter;
  return () => {
    if (client.defaults.adapter === adapter) {
      client.defaults.adapter = original;
    }
    pages.forget();
  };
}

/** The path of a call to the LMS; null for other servers. */
function addressOf(config: Config, client: AxiosLike, lmsUrl: string): URL | null {
  const base = lmsUrl.replace(/\/+$/, '');
  const text = client.getUri(config);
  return text.startsWith(`${base}/`) ? new URL(text.slice(base.length), base) : null;
}

function answer(config: Config, body: object, serverTime: string | null): Response {
  const date = serverTime === null ? {} : { date: new Date(serverTime).toUTCString() };
  return { data: body, status: 200, statusText: 'OK', headers: { 'content-type': 'application/json', ...date }, config };
}

/** Sends queries by the same adapter as everything else: the sign-in has been renewed by the call that waits for it. */
function asking({ url, timeout = 8000, onFallback = () => {} }: LecternOptions, pass: Adapter) {
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
        onFallback(errors[0]?.message ?? (data?.course ? 'a masquerade' : 'no course'));
        return null;
      }
      return { data, serverTime: data.serverTime ?? null };
    } catch (error) {
      pausedUntil = Date.now() + PAUSE_MS;
      onFallback(`the gateway: ${String(error)}`);
      return null;
    }
  };
}
