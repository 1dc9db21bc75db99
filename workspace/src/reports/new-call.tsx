// Calls for reports: a period of a regime in two clicks, or what is needed on the spot in two minutes.
import { getRouteApi } from '@tanstack/react-router';
import { Allowed } from '../access/allowed.tsx';
import { AdHocCall } from './ad-hoc-call.tsx';
import { RegimeCall } from './regime-call.tsx';

const route = getRouteApi('/bao-cao/dot/moi');

export function NewCallScreen() {
  const { regime, period } = route.useSearch();
  return (
    <Allowed action="report.call">
      {regime ? <RegimeCall key={regime} id={regime} period={period ?? ''} /> : <AdHocCall />}
    </Allowed>
  );
}
