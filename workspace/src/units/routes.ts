import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../frame/root.tsx';
import { readUnitsSearch, readWizardSearch } from './addresses.ts';

const units = createRoute({
  getParentRoute: () => root,
  path: '/don-vi',
  validateSearch: readUnitsSearch,
  component: lazyRouteComponent(() => import('./units.tsx'), 'UnitsScreen'),
});

const reorganisation = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/sap-xep',
  validateSearch: readWizardSearch,
  component: lazyRouteComponent(() => import('./wizard.tsx'), 'ReorganiseScreen'),
});

const unitImport = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/nhap',
  component: lazyRouteComponent(() => import('./import.tsx'), 'UnitImportScreen'),
});

const unit = createRoute({
  getParentRoute: () => root,
  path: '/don-vi/$id',
  component: lazyRouteComponent(() => import('./unit.tsx'), 'UnitScreen'),
});

export const unitRoutes = [units, reorganisation, unitImport, unit] as const;
