// Tells those who watch a document that it changed, in whichever process that happened (PostgreSQL's LISTEN and NOTIFY).
import { sql } from 'kysely';
import pg from 'pg';
import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from '../db/connect.ts';
import type { Log } from '../log.ts';

const channel = 'nhipcau_document';

export interface Events {
  /** Calls back on each change of the document; returns the function that ends it. */
  watch(documentId: number, onChange: () => void): () => void;
  close(): Promise<void>;
}

/** Part of the transaction that makes the change: nobody hears of it before it is true. */
export async function tellChange(db: Db, documentId: number): Promise<void> {
  await sql`select pg_notify(${channel}, ${String(documentId)})`.execute(db);
}

export async function startEvents(url: string, log: Log): Promise<Events> {
  const watchers = new Map<number, Set<() => void>>();
  let closed = false;
  let client = await listen();

  async function listen(): Promise<pg.Client> {
    const next = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 10_000 });
    next.on('notification', ({ payload }) => watchers.get(Number(payload))?.forEach((tell) => tell()));
    next.on('error', (error) =>
      log('warn', 'Lost the connection that hears of changes', { error: error.message }),
    );
    try {
      await next.connect();
      await next.query(`listen ${channel}`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    // Only now: one that never got in has an end as well, and is tried again by who asked for it. Both would double them each time.
    next.once('end', () => void reconnect());
    return next;
  }

  async function reconnect(): Promise<void> {
    for (let pause = 200; ; pause = Math.min(pause * 2, 10_000)) {
      await delay(pause, undefined, { ref: false });
      if (closed) return;
      try {
        client = await listen();
        if (closed) await client.end().catch(() => undefined);
        // What happened meanwhile was not heard: let everybody look again.
        watchers.forEach((all) => all.forEach((tell) => tell()));
        return;
      } catch {
        // Tried again after a longer pause.
      }
    }
  }

  return {
    watch: (documentId, onChange) => {
      const all = watchers.get(documentId) ?? new Set();
      watchers.set(documentId, all.add(onChange));
      return () => {
        all.delete(onChange);
        if (all.size === 0) watchers.delete(documentId);
      };
    },
    close: async () => {
      closed = true;
      watchers.clear();
      await client.end().catch(() => undefined);
    },
  };
}
