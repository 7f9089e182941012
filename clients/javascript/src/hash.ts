/** SHA-256 of a text in hexadecimal, which is the id of a persisted query. */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  // Browsers have no `subtle` on pages without HTTPS, such as those of a development LMS.
  const digest = globalThis.crypto.subtle ? await crypto.subtle.digest('SHA-256', bytes) : digestOf(bytes).buffer;
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const BLOCK = 64;

/** SHA-256 by FIPS 180-4. */
export function digestOf(message: Uint8Array): DataView<ArrayBuffer> {
  const { initial, constants } = numbers();
  const state = [...initial];
  const padded = new DataView(new ArrayBuffer(Math.ceil((message.length + 9) / BLOCK) * BLOCK));
  new Uint8Array(padded.buffer).set(message);
  padded.setUint8(message.length, 0x80);
  padded.setBigUint64(padded.byteLength - 8, BigInt(message.length) * 8n);
  for (let start = 0; start < padded.byteLength; start += BLOCK) {
    const words = schedule(padded, start);
    round(state, words, constants);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, place) => digest.setUint32(4 * place, word));
  return digest;
}

const rotated = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function schedule(block: DataView, start: number): number[] {
  const words = Array.from({ length: 16 }, (_, place) => block.getUint32(start + 4 * place));
  for (let place = 16; place < 64; place += 1) {
    const [before, last] = [words[place - 15]!, words[place - 2]!];
    const first = rotated(before, 7) ^ rotated(before, 18) ^ (before >>> 3);
    const second = rotated(last, 17) ^ rotated(last, 19) ^ (last >>> 10);
    words.push((words[place - 16]! + first + words[place - 7]! + second) | 0);
  }
  return words;
}

function round(state: number[], words: readonly number[], constants: readonly number[]): void {
  let [a, b, c, d, e, f, g, h] = state as [number, number, number, number, number, number, number, number];
  words.forEach((word, place) => {
    const chosen = (e & f) ^ (~e & g);
    const first = (h + (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) + chosen + constants[place]! + word) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  });
  [a, b, c, d, e, f, g, h].forEach((word, place) => {
    state[place] = (state[place]! + word) | 0;
  });
}

/** The first 32 bits after the point of the square roots of the first 8 primes, and of the cube roots of the first 64. */
function numbers(): { initial: number[]; constants: number[] } {
  const primes: number[] = [];
  for (let number = 2; primes.length < 64; number += 1) {
    if (primes.every((prime) => number % prime !== 0)) {
      primes.push(number);
    }
  }
  const bits = (root: number) => ((root % 1) * 2 ** 32) | 0;
  return { initial: primes.slice(0, 8).map((prime) => bits(Math.sqrt(prime))), constants: primes.map((prime) => bits(Math.cbrt(prime))) };
}
