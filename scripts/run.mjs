// `node scripts/run.mjs FILE.ts …`: runs a TypeScript file under the pinned Node, dependencies installed.
import { runTypeScript } from './prepare.mjs';

const [file, ...args] = process.argv.slice(2);
runTypeScript(file, args);
