// The public surface of the library; nothing else in it is imported from outside.
export type * from './tree.ts';
