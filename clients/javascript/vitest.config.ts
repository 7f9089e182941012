import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The tests share one LMS, whose state they change.
    fileParallelism: false,
    testTimeout: 20_000,
  },
});
