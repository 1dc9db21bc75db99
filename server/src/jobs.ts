// Work that outlives a request: files are read by jobs kept in PostgreSQL, so that a restart forgets none.
import { Logger, run, type Runner } from 'graphile-worker';
import { forgetEnded } from './accounts/forget.ts';
import { forget } from './audit/once.ts';
import { sealOf } from './audit/seal.ts';
import type { Deps } from './deps.ts';
import { fail, isBeingRead, readDocument, type ReadDeps } from './documents/read-job.ts';
import { awaited, requeueOrphans } from './documents/receive.ts';
import { adopt } from './documents/owner.ts';
import { documentById } from './documents/queries.ts';
import { sweep, waitingFile } from './documents/files.ts';
import { awaitedEvidence } from './duties/evidence-files.ts';
import { dutyTasks, dutyTimes, tidyEvidence } from './duties/jobs.ts';
import { ReadersClosed } from './documents/reading/readers.ts';
import type { Log } from './log.ts';
import { keepUnitsToday } from './units/heirs.ts';
import { tallyTasks, tallyTimes } from './tally/jobs.ts';
import { noticeTasks, noticeTimes } from './notices/jobs.ts';
import { outgoingTasks, outgoingTimes, tidyOutgoing } from './outgoing/jobs.ts';
import { peopleTasks, peopleTimes } from './people/unused.ts';
import { reportTasks, reportTimes } from './regimes/jobs.ts';
import { evidenceHolder } from './reports/evidence-file.ts';
import { webhookTasks, webhookTimes } from './webhooks/jobs.ts';

export interface Jobs {
  stop(): Promise<void>;
}

export async function startJobs(deps: ReadDeps, concurrency: number): Promise<Jobs> {
  await tidy(deps);
  const runner: Runner = await run({
    pgPool: deps.pool,
    concurrency,
    noHandleSignals: true,
    pollInterval: 5000,
    logger: quiet(deps.log),
    parsedCronItems: [
      ...peopleTimes(),
      ...noticeTimes(),
      ...dutyTimes(),
      ...webhookTimes(),
      ...tallyTimes(),
      ...outgoingTimes(),
      ...reportTimes(),
    ],
    taskList: {
      ...noticeTasks(deps),
      ...peopleTasks(deps),
      ...dutyTasks(deps, evidenceHolder),
      ...webhookTasks(deps),
      ...outgoingTasks(deps),
      ...tallyTasks(deps),
      ...reportTasks(deps),
      'read-document': async (payload, { job }) => {
        const { documentId } = payload as { documentId: number };
        try {
          await readDocument(deps, documentId);
        } catch (error) {
          await giveUp(deps, documentId, { error, last: job.attempts >= job.max_attempts });
          throw error;
        }
      },
    },
  });
  // Another server on the same data may be killed while this one lives.
  const again = setInterval(() => {
    tidy(deps).catch((error: Error) => deps.log('warn', 'Not tidied up', { error: error.message }));
  }, 60_000);
  again.unref();
  return {
    stop: async () => {
      clearInterval(again);
      await runner.stop();
    },
  };
}

/** What a process that was killed has left behind. */
async function tidy(deps: ReadDeps): Promise<void> {
  await keepUnitsToday(deps);
  // Younger ones may still be coming in, here or through another server.
  const anHourAgo = new Date(Date.now() - 3_600_000);
  await adopt(deps);
  const waiting = new Set([...(await awaited(deps.db)), ...(await awaitedEvidence(deps.db))]);
  const swept = await sweep(deps.files, waiting, anHourAgo);
  if (swept > 0) deps.log('info', 'Cleared away uploads that were never finished', { count: swept });
  const again = await requeueOrphans(deps.db, (id) => isBeingRead(deps.pool, id));
  await tidyEvidence(deps);
  await tidyOutgoing(deps);
  await forget(deps.db, deps.clock());
  await forgetEnded(deps);
  await sealOf(deps.db).settle();
  if (again > 0) deps.log('info', 'Reading again what the last shutdown had interrupted', { count: again });
}

interface Attempt {
  readonly error: unknown;
  readonly last: boolean;
}

/** A reading that fails again and again for a reason of ours ends as a failure that somebody sees. */
async function giveUp(deps: Deps, documentId: number, { error, last }: Attempt): Promise<void> {
  if (error instanceof ReadersClosed) return;
  deps.log('error', 'Reading a document failed', { document: documentId, error: (error as Error).message });
  if (!last) return;
  const row = await documentById(deps.db, documentId);
  if (row?.status !== 'reading') return;
  const name = row.waiting ? ((await waitingFile(deps.files, row.waiting))?.name ?? '') : '';
  await fail(deps, row, { code: 'reader-broke', values: { file: name } }, name);
}

const quiet = (log: Log) =>
  new Logger(() => (level, message) => {
    // A job that fails is told of above, with its document.
    if (level === 'error' && !message.startsWith('Failed task')) log('warn', message);
  });
