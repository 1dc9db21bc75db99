// All registers that formulas may count. A new one is added to this list, and to nothing else.
import { dutyRegister } from '../duties/register.ts';
import type { Register } from './register.ts';

export const registers: readonly Register[] = [dutyRegister];

export const registerNamed = (key: string): Register | null =>
  registers.find((register) => register.key === key) ?? null;
