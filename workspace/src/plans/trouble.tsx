import type { PlanDetail } from '@nhipcau/server/contract';
import { useQueryClient } from '@tanstack/react-query';
import { SavingTrouble } from '../desk/trouble.tsx';
import { useDesk, usePiece } from './desk-context.ts';
import { planById } from './requests.ts';

export function Trouble({ detail }: { detail: PlanDetail }) {
  const { keeper } = useDesk();
  const queries = useQueryClient();
  const drop = async () => {
    const newest = await planById(detail.id);
    keeper.drop(newest);
    queries.setQueryData(['plan', detail.id], newest);
  };
  return (
    <SavingTrouble
      saving={usePiece((desk) => desk.saving)}
      error={usePiece((desk) => desk.error)}
      onSave={() => void keeper.settled()}
      onDrop={drop}
    />
  );
}
