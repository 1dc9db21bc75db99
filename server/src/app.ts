// The composition root: all routes under /api, the guards around them, the built workspace beside them.
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import type { Role } from './access/roles.ts';
import { actorOf } from './access/service.ts';
import { accessRoutes } from './access/routes.ts';
import { subjects } from './access/subjects.ts';
import { accountRoutes } from './accounts/routes.ts';
import { tokenRoutes } from './accounts/token-routes.ts';
import { auditRoutes } from './audit/routes.ts';
import { today } from './clock.ts';
import type { Deps } from './deps.ts';
import { fileRoutes } from './documents/upload-routes.ts';
import { documentRoutes } from './documents/routes.ts';
import { inspectionRoutes } from './duties/inspection-routes.ts';
import { dutyRoutes } from './duties/routes.ts';
import { urgingRoutes } from './duties/urging-routes.ts';
import { newApi, type Api, type Env } from './http/api.ts';
import { peerRoutes } from './exchange/peer-routes.ts';
import { exchangeRoutes } from './exchange/routes.ts';
import { largestPackage } from './exchange/service.ts';
import { hostGuard, originGuard, securityHeaders } from './http/guard.ts';
import { lineOf, proxiesFrom } from './http/line.ts';
import { localeOf } from './http/locale.ts';
import { isForm, preconditions, tags } from './http/match.ts';
import { idempotency } from './http/once.ts';
import { addDescription } from './http/openapi.ts';
import { errorHandler, problem, problemResponse } from './http/problem.ts';
import { limitRate, type Rates } from './http/rate.ts';
import { roomGuard } from './http/room.ts';
import { recordRefusals } from './http/refusals.ts';
import { workspace } from './http/static.ts';
import { numberRoutes } from './numbers/routes.ts';
import { indicatorRoutes } from './indicators/routes.ts';
import { outgoingRoutes } from './outgoing/routes.ts';
import { indicatorExportRoutes } from './indicators/export-routes.ts';
import { callExportRoutes } from './regimes/export-routes.ts';
import { reportExportRoutes } from './reports/export-routes.ts';
import { outgoingExportRoutes } from './outgoing/export-routes.ts';
import { numberExportRoutes } from './numbers/export-routes.ts';
import { planExportRoutes } from './plans/export-routes.ts';
import { documentExportRoutes } from './documents/export-routes.ts';
import { overviewRoutes } from './overview/routes.ts';
import { peopleRoutes } from './people/routes.ts';
import { planRoutes } from './plans/routes.ts';
import { callRoutes } from './regimes/call-routes.ts';
import { dayOffRoutes } from './regimes/days-off-routes.ts';
import { regimeRoutes } from './regimes/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { systemRoutes, version } from './system/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { taskRoutes } from './tasks/routes.ts';
import { unitRoutes } from './units/routes.ts';
import { webhookRoutes } from './webhooks/routes.ts';
import { viewRoutes } from './views/routes.ts';

export interface AppOptions extends Deps {
  /** Names that the server answers to; "*" for any. */
  readonly hostNames: readonly string[];
  /** Addresses of proxies whose word about a request's origin counts. */
  readonly proxies: readonly string[];
  /** Folder of the built workspace. */
  readonly workspace: string;
  /** How often somebody may ask; without it, as often as they like. */
  readonly rates?: Rates;
  /** Whose disks must have room before anything is written. */
  readonly folders?: readonly string[];
}

const unlimited: Rates = { signedIn: 0, anonymous: 0 };

/** Bytes of a JSON body: a draft's largest change is far below. */
const largestBody = 10 * 2 ** 20;

export function createApp(options: AppOptions): Api {
  const app = newApi();
  app.use(async (c, next) => {
    c.set(
      'locale',
      localeOf({ cookie: c.req.header('cookie'), acceptLanguage: c.req.header('accept-language') }),
    );
    await next();
  });
  app.use(securityHeaders);
  // Cheap phones on slow lines; a document with its text is mostly repetition.
  app.use(compress({ encoding: 'gzip' }));
  app.use(hostGuard(options.hostNames));
  app.use('/api/*', originGuard);
  app.use('/api/*', roomGuard(options.folders ?? []));
  app.use('/api/*', whoAsks(options));
  app.use('/api/*', limitRate(options.rates ?? unlimited, options.clock));
  app.use('/api/*', async (c, next) => {
    await next();
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  // Uploads are bounded file by file, while they stream.
  const limited = bounded(largestBody);
  const packages = bounded(largestPackage);
  app.use('/api/*', (c, next) =>
    isUpload(c.req) ? next() : c.req.path === '/api/exchange/messages' ? packages(c, next) : limited(c, next),
  );
  app.use('/api/*', recordRefusals(options));
  app.use('/api/*', idempotency(options));
  app.use('/api/*', preconditions);
  app.use('/api/*', tags);
  routes(app, options);
  app.onError(errorHandler(options.log));
  app.notFound((c) =>
    problemResponse(problem({ status: 404, code: 'not-found', locale: c.get('locale') ?? 'vi' })),
  );
  app.use(workspace(options.workspace));
  return app;
}

/** Who asks is looked up once a request; the guard of each route decides what that allows. */
const whoAsks = ({ db, sessions, clock, proxies }: AppOptions): MiddlewareHandler<Env> => {
  const isProxy = proxiesFrom(proxies);
  return async (c, next) => {
    const line = lineOf(c, isProxy);
    c.set('line', line);
    const signed = await sessions.askerOf(c.req.raw.headers, line);
    const actor = signed && (await actorOf(db, signed.asker, today(clock)));
    const waits = (role: Role) => signed?.withheld(role) === true;
    c.set('withheld', actor?.grants.map(({ role }) => role).filter(waits) ?? []);
    c.set('actor', actor && { ...actor, grants: actor.grants.filter(({ role }) => !waits(role)) });
    return next();
  };
};

const bounded = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      problemResponse(
        problem({
          status: 413,
          code: 'body-too-large',
          values: { limit: maxSize / 2 ** 20 },
          locale: (c as Context<Env>).get('locale'),
        }),
      ),
  });

/** Nothing but a form streams: whatever else is sent there is read whole, and bounded as all is. */
const isUpload = (request: Context<Env>['req']) =>
  request.method === 'POST' &&
  isForm(request.header('content-type')) &&
  /^\/api\/(documents|duties\/\d+\/evidence|reports\/\d+\/evidence\/files)$/.test(request.path);

function routes(app: Api, deps: Deps): void {
  app.route('/api', systemRoutes(deps));
  app.route('/api/accounts', accountRoutes(deps));
  app.route('/api/people', peopleRoutes(deps));
  app.route('/api/tokens', tokenRoutes(deps));
  app.route('/api/access', accessRoutes(deps, subjects));
  app.route('/api/audit', auditRoutes(deps));
  app.route('/api/documents', documentExportRoutes(deps));
  app.route('/api/documents', fileRoutes(deps));
  app.route('/api/documents', documentRoutes(deps));
  app.route('/api/duties', dutyRoutes(deps));
  app.route('/api/urgings', urgingRoutes(deps));
  app.route('/api/inspections', inspectionRoutes(deps));
  app.route('/api/tasks', taskRoutes(deps));
  app.route('/api/plans', planExportRoutes(deps));
  app.route('/api/plans', planRoutes(deps));
  app.route('/api/views', viewRoutes(deps));
  app.route('/api/units', unitRoutes(deps));
  app.route('/api/overview', overviewRoutes(deps));
  app.route('/api/indicators', indicatorExportRoutes(deps));
  app.route('/api/indicators', indicatorRoutes(deps));
  app.route('/api/regimes', regimeRoutes(deps));
  app.route('/api/days-off', dayOffRoutes(deps));
  app.route('/api/calls', callExportRoutes(deps));
  app.route('/api/calls', callRoutes(deps));
  app.route('/api/reports', reportExportRoutes(deps));
  app.route('/api/reports', reportRoutes(deps));
  app.route('/api', noticeRoutes(deps));
  app.route('/api/webhooks', webhookRoutes(deps));
  app.route('/api/exchange', exchangeRoutes(deps));
  app.route('/api/exchange', peerRoutes(deps));
  app.route('/api/outgoing', outgoingExportRoutes(deps));
  app.route('/api/outgoing', outgoingRoutes(deps));
  app.route('/api/numbers', numberExportRoutes(deps));
  app.route('/api/numbers', numberRoutes(deps));
  addDescription(app, { version });
}
