import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'document', include: ['document/{src,test}/**/*.test.ts'], testTimeout: 60_000 } },
      {
        test: {
          name: 'server',
          globalSetup: ['server/src/testing/setup.ts'],
          // What modules remember is known by the database's own marks: files share them, and load the server once a worker.
          isolate: false,
          include: ['server/src/**/*.test.{ts,tsx}'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait for their database more than they reckon: two at a time leave no core idle.
          maxWorkers: 2,
        },
      },
      { test: { name: 'workspace', include: ['workspace/src/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'e2e',
          globalSetup: ['e2e/setup.ts'],
          include: ['e2e/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
