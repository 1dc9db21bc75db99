// What needs Node itself: optical recognition.
export { createPageRecogniser } from './recogniser.ts';
export type { RecogniserOptions } from './recogniser.ts';
