// The browser of the tests: CHROME_PATH, else the one that comes from npm, with its own libraries where the system lacks them.
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium as playwright, type Browser } from 'playwright-core';

const cache = join(
  dirname(dirname(fileURLToPath(import.meta.url))),
  'node_modules',
  '.cache',
  'nhipcau-browser',
);

const quiet = [
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  ...quiet,
];

export async function launchBrowser(): Promise<Browser> {
  const path = process.env['CHROME_PATH'];
  if (path) return playwright.launch({ executablePath: path, args: flags });
  try {
    return await launchPackaged();
  } catch (first) {
    // Amazon's libraries lie in the same package; its loader unpacks them where this variable says so.
    process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs22.x';
    try {
      return await launchPackaged();
    } catch (second) {
      throw new AggregateError(
        [first, second],
        'The browser for the tests does not start. Install one and name it: ' +
          'apt-get install -y chromium && CHROME_PATH=/usr/bin/chromium npm test',
        { cause: second },
      );
    }
  }
}

async function launchPackaged(): Promise<Browser> {
  // The package unpacks to the temporary folder with mode 0700: one user's copy would shut out the next user.
  mkdirSync(cache, { recursive: true });
  const temporary = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache;
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    const executablePath = await chromium.executablePath();
    return await playwright.launch({ executablePath, args: flags });
  } finally {
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  }
}
