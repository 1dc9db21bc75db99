// Who the reader is and what they may do somewhere; records say for themselves what may be done with them.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { me, type Me } from '../api.ts';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => me(signal),
  staleTime: 60_000,
});

export function useMe(): Me | undefined {
  return useQuery(meQuery).data;
}

/** Whether the reader holds a role that may do it to some record: for the ways in the frame, not for buttons of a record. */
export function useMay(): (action: string) => boolean {
  const { actions = [] } = useMe() ?? {};
  return (action) => actions.includes(action);
}
