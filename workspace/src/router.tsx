// The addresses of the workspace. Screens are loaded when they are first opened.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { readAccessSearch, readAuditSearch } from './audit/addresses.ts';
import { requirePerson, within } from './accounts/gate.ts';
import { Frame } from './frame/frame.tsx';
import { Lost } from './frame/lost.tsx';
import { readAddress, readSearch, writeAddress } from './register/filters.ts';
import { readOverviewSearch } from './overview/addresses.ts';
import { readTimelineSearch } from './timeline/addresses.ts';
import { readUnitsSearch, readWizardSearch } from './units/addresses.ts';
import { readDocumentSearch, readListSearch } from './documents/addresses.ts';
import { readDutySearch } from './duties/addresses.ts';
import { readWorkSearch } from './duties/groups.ts';
import { readInspectionSearch, readUrgingSearch } from './duties/registers.ts';
import {
  readCoverageSearch,
  readDiffSearch,
  readNewSearch,
  readPlanPlace,
  readPlanSearch,
} from './plans/addresses.ts';
import { readPeopleSearch } from './people/addresses.ts';
import { Failure, Waiting } from './ui/notice.tsx';

const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: ({ context, location }) => requirePerson(context.queryClient, location),
  component: Frame,
  notFoundComponent: Lost,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/dang-nhap',
  validateSearch: (raw: Record<string, unknown>): { tiep?: string; loi?: string } => {
    const tiep = within(raw['tiep']);
    const loi = typeof raw['loi'] === 'string' ? raw['loi'].slice(0, 40) : undefined;
    return { ...(tiep === undefined ? {} : { tiep }), ...(loi === undefined ? {} : { loi }) };
  },
  component: lazyRouteComponent(() => import('./accounts/sign-in.tsx'), 'SignInScreen'),
});

const choosePassword = createRoute({
  getParentRoute: () => root,
  path: '/moi',
  validateSearch: (raw: Record<string, unknown>): { ma?: string } =>
    typeof raw['ma'] === 'string' ? { ma: raw['ma'] } : {},
  component: lazyRouteComponent(() => import('./accounts/choose-password.tsx'), 'ChoosePasswordScreen'),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: '/thiet-lap',
  component: lazyRouteComponent(() => import('./accounts/setup.tsx'), 'SetupScreen'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan',
  component: lazyRouteComponent(() => import('./accounts/account.tsx'), 'AccountScreen'),
});

const people = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nguoi-dung',
  validateSearch: readPeopleSearch,
  component: lazyRouteComponent(() => import('./people/people.tsx'), 'PeopleScreen'),
});

const person = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nguoi-dung/$id',
  component: lazyRouteComponent(() => import('./people/person.tsx'), 'PersonScreen'),
});

const tokens = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ma-truy-cap',
  component: lazyRouteComponent(() => import('./people/tokens.tsx'), 'TokensScreen'),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./overview/overview.tsx'), 'OverviewScreen'),
});

const notices = createRoute({
  getParentRoute: () => root,
  path: '/thong-bao',
  validateSearch: (raw: Record<string, unknown>): { unread?: 'true'; page?: number } => {
    const page = Number(raw['page']);
    return {
      ...(String(raw['unread']) === 'true' ? { unread: 'true' as const } : {}),
      ...(Number.isInteger(page) && page > 1 ? { page } : {}),
    };
  },
  component: lazyRouteComponent(() => import('./notices/notices.tsx'), 'NoticesScreen'),
});

const noticeWishes = createRoute({
  getParentRoute: () => root,
  path: '/tai-khoan/thong-bao',
  component: lazyRouteComponent(() => import('./notices/wishes.tsx'), 'WishesScreen'),
});

const audit = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nhat-ky',
  validateSearch: readAuditSearch,
  component: lazyRouteComponent(() => import('./audit/audit.tsx'), 'AuditScreen'),
});

const access = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/phan-quyen',
  validateSearch: readAccessSearch,
  component: lazyRouteComponent(() => import('./audit/access.tsx'), 'AccessScreen'),
});

const reminders = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/nhac-viec',
  component: lazyRouteComponent(() => import('./notices/reminders.tsx'), 'RemindersScreen'),
});

const webhooks = createRoute({
  getParentRoute: () => root,
  path: '/quan-tri/ket-noi',
  component: lazyRouteComponent(() => import('./webhooks/webhooks.tsx'), 'WebhooksScreen'),
});

const timeline = createRoute({
  getParentRoute: () => root,
  path: '/tien-do',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./timeline/gantt.tsx'), 'GanttScreen'),
});

const calendar = createRoute({
  getParentRoute: () => root,
  path: '/lich',
  validateSearch: readTimelineSearch,
  component: lazyRouteComponent(() => import('./timeline/calendar.tsx'), 'CalendarScreen'),
});

const register = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu',
  validateSearch: readSearch,
  component: lazyRouteComponent(() => import('./register/register.tsx'), 'RegisterScreen'),
});

const task = createRoute({
  getParentRoute: () => root,
  path: '/nhiem-vu/$id',
  component: lazyRouteComponent(() => import('./register/task.tsx'), 'TaskScreen'),
});

const documents = createRoute({
  getParentRoute: () => root,
  path: '/van-ban',
  validateSearch: readListSearch,
  component: lazyRouteComponent(() => import('./documents/documents.tsx'), 'DocumentsScreen'),
});

const graph = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/so-do',
  validateSearch: (raw: Record<string, unknown>): { around?: number } => {
    const around = Number(raw['around']);
    return Number.isInteger(around) && around > 0 ? { around } : {};
  },
  component: lazyRouteComponent(() => import('./documents/graph.tsx'), 'GraphScreen'),
});

const review = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id',
  validateSearch: readDocumentSearch,
  component: lazyRouteComponent(() => import('./review/review.tsx'), 'ReviewScreen'),
});

const comparison = createRoute({
  getParentRoute: () => root,
  path: '/van-ban/$id/so-sanh',
  component: lazyRouteComponent(() => import('./review/comparison.tsx'), 'ComparisonScreen'),
});

const upload = createRoute({
  getParentRoute: () => root,
  path: '/tai-len',
  component: lazyRouteComponent(() => import('./upload/upload.tsx'), 'UploadScreen'),
});

const workList = createRoute({
  getParentRoute: () => root,
  path: '/viec-cua-toi',
  validateSearch: readWorkSearch,
  component: lazyRouteComponent(() => import('./duties/work-list.tsx'), 'WorkListScreen'),
});

const duties = createRoute({
  getParentRoute: () => root,
  path: '/viec',
  validateSearch: readDutySearch,
  component: lazyRouteComponent(() => import('./duties/all-duties.tsx'), 'AllDutiesScreen'),
});

const duty = createRoute({
  getParentRoute: () => root,
  path: '/viec/$id',
  component: lazyRouteComponent(() => import('./duties/duty.tsx'), 'DutyScreen'),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/viec/$id/bao-cao',
  component: lazyRouteComponent(() => import('./duties/report.tsx'), 'ReportScreen'),
});

const urgings = createRoute({
  getParentRoute: () => root,
  path: '/don-doc',
  validateSearch: readUrgingSearch,
  component: lazyRouteComponent(() => import('./duties/urgings.tsx'), 'UrgingsScreen'),
});

const inspections = createRoute({
  getParentRoute: () => root,
  path: '/kiem-tra',
  validateSearch: readInspectionSearch,
  component: lazyRouteComponent(() => import('./duties/inspections.tsx'), 'InspectionsScreen'),
});

const plans = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach',
  validateSearch: readPlanSearch,
  component: lazyRouteComponent(() => import('./plans/list.tsx'), 'PlansScreen'),
});

const newPlan = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/moi',
  validateSearch: readNewSearch,
  component: lazyRouteComponent(() => import('./plans/new.tsx'), 'NewPlanScreen'),
});

const plan = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id',
  validateSearch: readPlanPlace,
  component: lazyRouteComponent(() => import('./plans/plan.tsx'), 'PlanScreen'),
});

const planComparison = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/so-sanh',
  validateSearch: readDiffSearch,
  component: lazyRouteComponent(() => import('./plans/comparison.tsx'), 'PlanComparisonScreen'),
});

const planCoverage = createRoute({
  getParentRoute: () => root,
  path: '/ke-hoach/$id/bao-phu',
  validateSearch: readCoverageSearch,
  component: lazyRouteComponent(() => import('./plans/coverage.tsx'), 'CoverageScreen'),
});

const units = createRoute({
  getParentRoute: () => root,
  path: '/don-vi',
  validateSearch: readUnitsSearch,
  component: lazyRouteComponent(() => import('./units/units.tsx'), 'UnitsScreen'),
});

const reorganisation = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/sap-xep',
  validateSearch: readWizardSearch,
  component: lazyRouteComponent(() => import('./units/wizard.tsx'), 'ReorganiseScreen'),
});

const unitImport = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/nhap',
  component: lazyRouteComponent(() => import('./units/import.tsx'), 'UnitImportScreen'),
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/$id',
  component: lazyRouteComponent(() => import('./units/unit.tsx'), 'UnitScreen'),
});

const tree = root.addChildren([
  choosePassword,
  setup,
  account,
  people,
  person,
  tokens,
  units,
  reorganisation,
  unitImport,
  unit,
  plans,
  newPlan,
  plan,
  planComparison,
  planCoverage,
  workList,
  duties,
  duty,
  report,
  urgings,
  inspections,
  signIn,
  home,
  timeline,
  notices,
  noticeWishes,
  audit,
  access,
  webhooks,
  reminders,
  calendar,
  register,
  task,
  documents,
  graph,
  review,
  comparison,
  upload,
]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree: tree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPendingComponent: Waiting,
    defaultErrorComponent: ({ error, reset }) => <Failure error={error} retry={reset} />,
    scrollRestoration: true,
    parseSearch: (text) => readAddress(text),
    stringifySearch: (search) => writeAddress(search),
  });
}
