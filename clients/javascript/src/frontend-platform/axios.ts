/** The parts of axios that this package uses, for all versions. */

export interface Config {
  method?: string | undefined;
  url?: string | undefined;
  baseURL?: string | undefined;
  params?: unknown;
  data?: unknown;
  headers?: unknown;
  adapter?: unknown;
  withCredentials?: boolean | undefined;
  responseType?: unknown;
  signal?: unknown;
  cancelToken?: unknown;
  [name: string]: unknown;
}

export interface Response {
  data: any;
  status: number;
  statusText: string;
  headers: any;
  config: any;
  request?: any;
}

export type Adapter = (config: any) => Promise<Response>;

/** An axios instance, such as `getAuthenticatedHttpClient()`. */
export interface AxiosLike {
  defaults: { adapter?: any };
  create?: (config?: any) => { request(config: any): Promise<Response> };
  getUri(config?: any): string;
}

const unchanged = [(data: unknown) => data];

/** Sends a request with its original adapter; it has already passed the instance's interceptors. */
export function sender(client: AxiosLike, adapter: unknown): Adapter {
  const bare = client.create?.();
  if (!bare) {
    throw new Error('this version of axios has no `create` on its instances');
  }
  return async (config) => {
    try {
      const prepared = { ...config, adapter, transformRequest: unchanged, transformResponse: unchanged };
      const response = await bare.request(prepared);
      return { ...response, config };
    } catch (error) {
      if (typeof error === 'object' && error !== null && 'config' in error) {
        Object.assign(error, { config });
      }
      throw error;
    }
  };
}

/** Null as soon as the caller aborts its request. The original adapter then rejects the request as axios does. */
export function aborted({ signal, cancelToken }: Config): Promise<null> {
  return new Promise((resolve) => {
    const end = () => resolve(null);
    const { aborted: isAborted, addEventListener } = (signal ?? {}) as Partial<AbortSignal>;
    if (isAborted) {
      end();
    }
    addEventListener?.call(signal, 'abort', end);
    (cancelToken as { promise?: Promise<unknown> } | undefined)?.promise?.then(end);
  });
}
