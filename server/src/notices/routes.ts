// The API of notices, wishes, calendars and rules of reminding.
import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { actorIn, route } from '../access/route.ts';
import type { Deps } from '../deps.ts';
import { Forbidden } from '../errors.ts';
import { body, json, newApi, problems, type Api, type Env } from '../http/api.ts';
import { shownOnce } from '../http/once.ts';
import { idParam } from '../http/schema.ts';
import { calendarOf, feedsOf, makeFeed, revokeFeed } from './feeds.ts';
import { listNotices, stop, wish, wishesFor, type Reader } from './own.ts';
import * as queries from './queries.ts';
import { rulesFor, setRules } from './reminders.ts';
import * as schema from './schema.ts';
import { stopPage } from './stop-page.ts';

const tags = ['notices'];

const listRoute = route({
  access: 'account.own',
  method: 'get',
  path: '/notices',
  tags,
  summary: 'One’s own notices, newest first',
  request: { query: schema.noticeQuery },
  responses: { 200: json(schema.noticeList, 'A page of notices'), ...problems(400, 401, 403) },
});
const readRoute = route({
  access: 'account.own',
  method: 'post',
  path: '/notices/read',
  tags,
  summary: 'Mark notices as read; all of them if none is named',
  request: { body: body(schema.noticesRead) },
  responses: { 204: { description: 'Marked' }, ...problems(400, 401, 403) },
});
const wishesRoute = route({
  access: 'account.own',
  method: 'get',
  path: '/notices/wishes',
  tags,
  summary: 'What one is told of, and by which way',
  responses: { 200: json(schema.wishes, 'Each kind of notice'), ...problems(401, 403) },
});
const wishRoute = route({
  access: 'account.own',
  method: 'put',
  path: '/notices/wishes',
  tags,
  summary: 'Change what one is told of',
  request: { body: body(schema.wishInput) },
  responses: { 204: { description: 'Kept' }, ...problems(400, 401, 403, 422) },
});
const stopForm = route({
  access: 'open',
  method: 'get',
  path: '/notices/stop',
  tags,
  summary: 'The page of a letter’s link by which such letters are stopped',
  request: { query: schema.stopQuery },
  responses: {
    200: { description: 'A page with one button', content: { 'text/html': { schema: z.string() } } },
    ...problems(400),
  },
});
const stopRoute = route({
  access: 'open',
  method: 'post',
  path: '/notices/stop',
  tags,
  summary: 'Stop one kind of e-mail by its signed link (RFC 8058)',
  request: { query: schema.stopQuery },
  responses: {
    200: { description: 'Stopped', content: { 'text/html': { schema: z.string() } } },
    ...problems(400, 422),
  },
});
const feedsRoute = route({
  access: 'account.own',
  method: 'get',
  path: '/feeds',
  tags,
  summary: 'One’s own calendars',
  responses: { 200: json(schema.feedList, 'Without their addresses'), ...problems(401, 403) },
});
const makeFeedRoute = route({
  access: 'account.own',
  method: 'post',
  path: '/feeds',
  tags,
  summary: 'A new calendar address; it is shown this once',
  request: { body: body(schema.feedInput) },
  responses: { 201: json(schema.newFeed, 'The calendar'), ...problems(400, 401, 403, 404) },
});
const revokeFeedRoute = route({
  access: 'account.own',
  method: 'delete',
  path: '/feeds/{id}',
  tags,
  summary: 'End a calendar address',
  request: { params: idParam },
  responses: { 204: { description: 'Ended' }, ...problems(401, 403, 404) },
});
const calendarRoute = route({
  access: 'open',
  method: 'get',
  path: '/feeds/{secret}',
  tags,
  summary: 'A calendar by its secret address (iCalendar)',
  request: { params: z.object({ secret: z.string().regex(/^[\w-]{43}\.ics$/) }) },
  responses: {
    200: { description: 'The calendar', content: { 'text/calendar': { schema: z.string() } } },
    ...problems(404),
  },
});
const rulesRoute = route({
  access: 'overview.read',
  method: 'get',
  path: '/reminder-rules',
  tags,
  summary: 'When reminders go out in a unit’s province',
  request: { query: z.object({ unit: z.coerce.number().int().positive() }) },
  responses: { 200: json(schema.reminderRules, 'The rules'), ...problems(400, 401, 403, 404) },
});
const setRulesRoute = route({
  access: 'reminder.manage',
  method: 'put',
  path: '/reminder-rules',
  tags,
  summary: 'A province’s own rules; an empty list goes back to the general ones',
  request: { body: body(schema.reminderInput) },
  responses: { 200: json(schema.reminderRules, 'The rules'), ...problems(400, 401, 403, 404) },
});

/** A program has no notices. */
function readerIn(c: Context<Env>): Reader {
  const { personId } = actorIn(c);
  if (personId === null) throw new Forbidden('people-only');
  return { personId, locale: c.get('locale') };
}

export function noticeRoutes(deps: Deps): Api {
  const { db, clock, mailer } = deps;
  const api = newApi();
  api.openapi(listRoute, async (c) => c.json(await listNotices(db, readerIn(c), c.req.valid('query')), 200));
  api.openapi(readRoute, async (c) => {
    await queries.markRead(db, readerIn(c).personId, c.req.valid('json').ids, clock());
    return c.body(null, 204);
  });
  api.openapi(wishesRoute, async (c) => {
    const reader = readerIn(c);
    const { email } = await db
      .selectFrom('person')
      .select('email')
      .where('id', '=', reader.personId)
      .executeTakeFirstOrThrow();
    return c.json({ rows: await wishesFor(db, reader), mail: mailer !== null, address: email }, 200);
  });
  api.openapi(wishRoute, async (c) => {
    await wish(db, readerIn(c).personId, c.req.valid('json'));
    return c.body(null, 204);
  });
  // A link that is only looked at (by a mail program's scanner, say) must change nothing: the page has a button.
  api.openapi(stopForm, (c) => c.html(stopPage(c.get('locale'), 'ask'), 200) as never);
  api.openapi(stopRoute, async (c) => {
    await stop(db, c.req.valid('query'));
    return c.html(stopPage(c.get('locale'), 'done'), 200) as never;
  });
  api.openapi(feedsRoute, async (c) => c.json({ rows: [...(await feedsOf(db, readerIn(c).personId))] }, 200));
  api.openapi(makeFeedRoute, async (c) => {
    shownOnce(c);
    return c.json(await makeFeed(deps, actorIn(c), c.req.valid('json').unitId), 201);
  });
  api.openapi(revokeFeedRoute, async (c) => {
    await revokeFeed(deps, actorIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  api.openapi(calendarRoute, async (c) => {
    const text = await calendarOf(deps, c.req.valid('param').secret.slice(0, -4));
    c.header('content-type', 'text/calendar; charset=utf-8');
    c.header('cache-control', 'private, max-age=300');
    return c.body(text, 200) as never;
  });
  api.openapi(rulesRoute, async (c) =>
    c.json(await rulesFor(db, actorIn(c), c.req.valid('query').unit), 200),
  );
  api.openapi(setRulesRoute, async (c) => {
    const wanted = c.req.valid('json');
    await setRules(deps, actorIn(c), wanted);
    return c.json(await rulesFor(db, actorIn(c), wanted.unitId), 200);
  });
  return api;
}
