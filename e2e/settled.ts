// Opens a screen and waits until it is at rest: it has its heading, its questions are answered, and nothing follows from the answers.
import type { Page, Request } from 'playwright-core';

export async function openSettled(page: Page, address: string): Promise<void> {
  const open = new Set<Request>();
  let quiet = () => {};
  // A stream of events stays open for as long as the page does.
  const asked = (request: Request) => {
    if (request.resourceType() !== 'eventsource') open.add(request);
  };
  const answered = (request: Request) => {
    if (open.delete(request) && open.size === 0) quiet();
  };
  page.on('request', asked).on('requestfinished', answered).on('requestfailed', answered);
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  do {
    if (open.size > 0) await new Promise<void>((resolve) => (quiet = resolve));
    await page.evaluate(
      `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))`,
    );
  } while (open.size > 0);
  page.off('request', asked).off('requestfinished', answered).off('requestfailed', answered);
}
