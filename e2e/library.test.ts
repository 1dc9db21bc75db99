// The library in a browser: the same file gives the same tasks as in Node.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from '../document/src/index.ts';
import { launchBrowser } from './browser.ts';

const root = join(import.meta.dirname, '..');
let browser: Browser;
let script: string;

beforeAll(async () => {
  const bundled = await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: join(root, 'document/src/index.ts'), formats: ['iife'], name: 'library' },
    },
  });
  const [output] = [bundled].flat();
  if (!output || !('output' in output)) throw new Error('vite gave no bundle');
  script = output.output[0].code;
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

test.each(['server/samples/02-ke-hoach-27-nam-2026.docx', 'server/samples/04-bao-cao-412-nam-2025.pdf'])(
  '%s is understood alike in Node and in a browser',
  async (path) => {
    const bytes = readFileSync(join(root, path));
    const here = await parse({ name: 'van-ban', bytes: new Uint8Array(bytes) });
    const page = await browser.newPage();
    await page.evaluate(script.replace(/^(?:var|const|let) library\s*=/, 'globalThis.library ='));
    const there = await page.evaluate(
      `library.parse({ name: 'van-ban', bytes: Uint8Array.from(atob(${JSON.stringify(bytes.toString('base64'))}), (c) => c.charCodeAt(0)) })`,
    );
    await page.close();
    expect(here).toMatchObject({ ok: true, parsed: { document: { type: expect.any(String) } } });
    expect(there).toEqual(JSON.parse(JSON.stringify(here)));
  },
);
