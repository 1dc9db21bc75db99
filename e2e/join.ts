// How a file of journeys comes by the product of the run (setup.ts).
import { inject } from 'vitest';
import type { Product } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    product: Product;
    /** Answers when the illustration is all there, two years of work included. */
    gate: string;
  }
}

export const joinProduct = (): Product => inject('product');

/** The same with all of its illustration. */
export async function joinIllustrated(): Promise<Product> {
  await fetch(inject('gate'));
  return inject('product');
}
