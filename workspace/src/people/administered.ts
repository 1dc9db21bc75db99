// The units whose people and tokens the reader manages: those they administer and all below, as the server's policy has it.
import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../access/me.ts';
import { unitList } from '../api.ts';
import { holds } from '../language/fold.ts';
import { today } from '../register/standing.ts';
import { unitTree } from '../units/requests.ts';

export interface Administered {
  readonly id: number;
  readonly name: string;
  readonly parentName: string | null;
}

const deepest = 10;
const shown = 8;

/** Those that match what was typed, by name first, then by the abbreviations and aliases that the server knows. */
export function useAdministered(typed: string, open: boolean) {
  const [on] = useState(today);
  const tops = [
    ...new Map(
      (useMe()?.roles ?? [])
        .filter(({ role }) => role === 'administrator')
        .map(({ unitId, unitName }) => [unitId, unitName]),
    ),
  ].map(([id, name]) => ({ id, name, parentName: null }));
  const trees = useQueries({
    queries: tops.map(({ id }) => ({
      queryKey: ['units', 'administered', id, on],
      queryFn: ({ signal }: { signal: AbortSignal }) => unitTree({ under: id, depth: deepest, on }, signal),
    })),
  });
  const named = useQuery({
    queryKey: ['units', 'choice', typed, on],
    queryFn: ({ signal }) => unitList({ q: typed, on, limit: 100 }, signal),
    enabled: open,
    placeholderData: (previous) => previous,
  });
  const all = new Map<number, Administered>(tops.map((top) => [top.id, top]));
  for (const tree of trees) {
    for (const { id, name, parentId } of tree.data?.units ?? []) {
      if (!all.has(id)) all.set(id, { id, name, parentName: all.get(parentId ?? 0)?.name ?? null });
    }
  }
  const byName = [...all.values()].filter(({ name }) => holds(name, typed));
  const byAlias = (named.data?.rows ?? []).flatMap(({ id }) => all.get(id) ?? []);
  return {
    units: open ? [...new Set([...byName, ...byAlias])].slice(0, shown) : [],
    ready: named.isSuccess && trees.every(({ isSuccess }) => isSuccess),
    error: named.error ?? trees.find(({ error }) => error)?.error ?? null,
  };
}
