/** Collects the calls of a page, sends one query for them, and answers each with its part of the result. */

import { pageOf, type Call, type Page } from './routes.js';
import type { LmsOptions } from '../rest/shared.js';

export interface Answered {
  readonly data: any;
  readonly serverTime: string | null;
}

/** Sends a page's query; null after anything unexpected. */
export type Ask = (document: Page['document'], variables: Record<string, unknown>) => Promise<Answered | null>;

export interface Settings extends LmsOptions {
  /** Milliseconds for which the first calls of a page are collected. */
  readonly settle: number;
  /** Milliseconds for which the parts of an answer are kept for later calls. */
  readonly keep: number;
  /** The signed-in user, so that no data of one person is returned to another. */
  readonly user: () => string | null;
}

export interface Part {
  readonly body: object;
  readonly serverTime: string | null;
}

interface Gathering {
  readonly waiting: { call: Call; settle: (part: Promise<Part | null>) => void }[];
}

interface Loaded {
  readonly page: Page;
  readonly course: string | null;
  readonly user: string | null;
  readonly until: number;
  readonly answer: Promise<Answered | null>;
  readonly given: Set<string>;
}

export class Pages {
  readonly #ask: Ask;
  readonly #settings: Settings;
  readonly #gathering = new Map<string, Gathering>();
  #loaded: Loaded[] = [];

  constructor(ask: Ask, settings: Settings) {
    this.#ask = ask;
    this.#settings = settings;
  }

  /** The body for a call; null if the call has to go to the LMS. */
  part(call: Call): Promise<Part | null> {
    const loaded = this.#find(call);
    if (loaded) {
      return this.#give(loaded, call);
    }
    if (call.course === null) {
      return Promise.resolve(null);
    }
    return this.#gather(call, call.course);
  }

  /** Drops all kept data after a write. */
  forget(): void {
    this.#loaded = [];
  }

  /** A page that is loaded or loading, and has not returned this part yet. */
  #find({ part, course, subject }: Call): Loaded | undefined {
    const now = Date.now();
    const user = this.#settings.user();
    this.#loaded = this.#loaded.filter((one) => one.until > now && one.user === user);
    const fits = (one: Loaded) => part in one.page.parts && !one.given.has(part) && (course === null || one.course === course);
    return this.#loaded.findLast((one) => fits(one) && (part !== 'progress' || subject === undefined));
  }

  #gather(call: Call, course: string): Promise<Part | null> {
    let gathering = this.#gathering.get(course);
    if (!gathering) {
      const begun: Gathering = { waiting: [] };
      gathering = begun;
      this.#gathering.set(course, begun);
      setTimeout(() => this.#end(course, begun), this.#settings.settle);
    }
    const { waiting } = gathering;
    const given = new Promise<Part | null>((resolve) => {
      waiting.push({ call, settle: resolve });
    });
    if (call.part === 'outline' || call.part === 'dates' || call.part === 'progress') {
      this.#end(course, gathering);
    }
    return given;
  }

  /** All first calls of a page are collected: sends its query, or leaves the calls to the LMS. */
  #end(course: string, { waiting }: Gathering): void {
    this.#gathering.delete(course);
    const all = waiting.splice(0);
    const loaded = this.#begin(course, all.map(({ call }) => call));
    for (const { call, settle } of all) {
      settle(loaded.then((one) => (one && call.part in one.page.parts && !one.given.has(call.part) ? this.#give(one, call) : null)));
    }
  }

  /** The page that these calls identify; rejects all of them together. */
  async #begin(course: string, calls: readonly Call[]): Promise<Loaded | null> {
    const page = pageOf(calls);
    const variables = page?.variables(calls);
    return page && variables ? this.#load(page, course, variables) : null;
  }

  #load(page: Page, course: string, variables: Record<string, unknown>): Loaded {
    const { keep, user } = this.#settings;
    const loaded = {
      page,
      course,
      user: user(),
      until: Date.now() + keep,
      answer: this.#ask(page.document, variables),
      given: new Set<string>(),
    };
    this.#loaded.push(loaded);
    return loaded;
  }

  async #give(loaded: Loaded, call: Call): Promise<Part | null> {
    loaded.given.add(call.part);
    const answered = await loaded.answer;
    if (!answered || loaded.user !== this.#settings.user()) {
      return null;
    }
    const body = loaded.page.parts[call.part]?.(answered.data, call, this.#settings) ?? null;
    return body && { body, serverTime: answered.serverTime };
  }
}
