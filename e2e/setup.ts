// Once a run: the whole product with its illustration. All journeys share it, as people share an installation: each keeps to records
// of its own, and whoever needs an empty register works for a province that nobody else does.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { launchBrowser } from './browser.ts';
import { makeOfficers } from './officers.ts';
import { startProduct } from './product.ts';

export async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Unpacked once, before two files would do it at the same time.
  await (await launchBrowser()).close();
  const product = await startProduct();
  await makeOfficers(product.db);
  // Those who need the illustration wait for its last day; the others begin at once.
  const gate = createServer((_request, answer) => void product.illustrated.then(() => answer.end()));
  await new Promise<void>((listening) => gate.listen(0, '127.0.0.1', listening));
  project.provide('product', { url: product.url });
  project.provide('gate', `http://127.0.0.1:${(gate.address() as AddressInfo).port}`);
  return async () => {
    gate.close();
    await product.illustrated;
    await product.close();
  };
}
