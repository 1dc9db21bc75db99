// `npm test`: everything that CI runs, two steps at a time; what a step prints is shown when it fails.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const started = Date.now();
const { node, env, bin } = prepare();
const results = join(root, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const tool = (name, ...args) => [bin(name), args];
const script = (file, ...args) => [node, [file, ...args]];
const vitest = (project) =>
  tool(
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=test-results/${project}.json`,
  );
const types = (project) => tool('tsc', '-p', project);

/** Steps of one lane run one after the other, the two lanes side by side: the machine of CI has two cores. */
const lanes = [
  [
    ['format', tool('oxfmt', '--check', '.')],
    ['lint', tool('oxlint', '--type-aware', '--deny-warnings')],
    ...['document', 'document/tsconfig.node.json', 'server', 'workspace', '.'].map((each) => [
      `types ${each}`,
      types(each),
    ]),
    ['unused code', tool('knip')],
    ['directions', script('scripts/check-directions.ts')],
    ['tests workspace', vitest('workspace')],
    ['tests document', vitest('document')],
  ],
  [
    ['build', script('scripts/build.ts')],
    ['tests server', vitest('server')],
    ['journeys', vitest('e2e')],
  ],
];

const failed = [];

function run([name, [command, args]]) {
  const begun = Date.now();
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const output = [];
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => output.push(Buffer.from(String(error))));
    child.on('close', (code) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      const text = Buffer.concat(output).toString();
      if (code !== 0) {
        failed.push(name);
        console.log(text);
      } else
        for (const line of text.split('\n'))
          // What was not tested is said, also when all went well.
          if (/↓|\| .*skipped|skipped:/.test(line)) console.log(`       ${line.trim()}`);
      done();
    });
  });
}

await Promise.all(
  lanes.map(async (lane) => {
    for (const step of lane) await run(step);
  }),
);

const total = { passed: 0, failed: 0, skipped: 0 };
for (const project of ['document', 'server', 'workspace', 'e2e']) {
  const file = join(results, `${project}.json`);
  if (!existsSync(file)) {
    // A project without a result did not run: that is a failure, not a zero.
    if (!failed.includes(`tests ${project}`)) failed.push(`no result of ${project}`);
    continue;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  total.passed += numPassedTests;
  total.failed += numFailedTests;
  total.skipped += numPendingTests + numTodoTests;
}
console.log(
  `\n${((Date.now() - started) / 1000).toFixed(0)} s${failed.length ? `; failed: ${failed.join(', ')}` : ''}`,
);
console.log(
  `${total.passed} passed, ${Math.max(total.failed, failed.length)} failed, ${total.skipped} skipped`,
);
process.exit(failed.length ? 1 : 0);
