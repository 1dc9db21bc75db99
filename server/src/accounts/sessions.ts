// Who a request comes from: a person by the session's cookie, or a program by its token.
import type { Asker } from '../access/service.ts';

export interface Sessions {
  /** Null: nobody is signed in, or not any more. `address`: where the request came from. */
  askerOf(headers: Headers, address: string | null): Promise<Asker | null>;
}
