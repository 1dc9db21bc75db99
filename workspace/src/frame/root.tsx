// The route above all others: the gate, the frame around the screen, and what is shown where an address leads nowhere.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext } from '@tanstack/react-router';
import { requirePerson } from '../accounts/gate.ts';
import { Frame } from './frame.tsx';
import { Lost } from './lost.tsx';

export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  beforeLoad: ({ context, location }) => requirePerson(context.queryClient, location),
  component: Frame,
  notFoundComponent: Lost,
});
