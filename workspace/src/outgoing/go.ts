// From a finding or a remark to its place on the sheet, which may have to come first: it is not there beside the printed pages.
import { useNavigate } from '@tanstack/react-router';
import { goTo, partOf } from './desk-context.ts';

/** A sheet that does not come within so many frames has no such place. */
const patience = 120;

export function useGo(id: number): (path: string) => void {
  const navigate = useNavigate();
  return (path) => {
    void navigate({
      to: '/van-ban-di/$id',
      params: { id: String(id) },
      search: {},
      replace: true,
      resetScroll: false,
    });
    goSoon(path, patience);
  };
}

function goSoon(path: string, frames: number): void {
  requestAnimationFrame(() => {
    if (partOf(path)) goTo(path);
    else if (frames > 0) goSoon(path, frames - 1);
  });
}
