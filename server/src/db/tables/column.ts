// How columns are written and read where the two differ.
import type { ColumnType } from 'kysely';

/** jsonb is written as text: the driver would send an array as PostgreSQL's own arrays. */
export type Json<T> = ColumnType<T, string, string>;
export type MaybeJson<T> = ColumnType<T | null, string | null | undefined, string | null>;
export type Time = ColumnType<Date, Date | undefined, Date>;
export type MaybeTime = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** A column that may be left out when a row is written. */
export type Maybe<T> = ColumnType<T | null, T | null | undefined, T | null>;
/** jsonb with a default. */
export type Defaulted<T> = ColumnType<T, string | undefined, string>;
