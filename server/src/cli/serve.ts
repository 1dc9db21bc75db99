// `nhipcau serve`: the server in this process, as `npm start` runs it.
import type { Verb } from './main.ts';

export const serve: Verb = async () => {
  await import('../main.ts');
  return 0;
};
