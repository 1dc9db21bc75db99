// `npm start`: installs, builds the workspace where it changed, and serves the product on port 3000.
import { spawnSync } from 'node:child_process';
import { prepare, root, runTypeScript } from './prepare.mjs';

const { node, env } = prepare();
const build = spawnSync(node, ['scripts/build.ts'], { cwd: root, env, stdio: 'inherit' });
if (build.status !== 0) process.exit(build.status ?? 1);
runTypeScript('server/src/main.ts', process.argv.slice(2));
