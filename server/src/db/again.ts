// Transactions that met another on the same rows are begun anew: PostgreSQL ended one of the two, neither did anything wrong.
import { setTimeout as delay } from 'node:timers/promises';

const most = 6;

/** A serialization failure or a deadlock: nothing of the transaction happened. */
const crossed = (error: unknown) => /^(40001|40P01)$/.test(String((error as { code?: unknown }).code));

/** `transaction` is one transaction as a whole, and what it does outside of the database may happen twice. */
export async function again<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await transaction();
    } catch (error) {
      if (!crossed(error) || tries === most) throw error;
      // Not both at the same moment once more.
      await delay(Math.random() * 10 * 2 ** tries);
    }
  }
}
