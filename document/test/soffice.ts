// LibreOffice, where a machine has it: another program's view of what was written.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasSoffice = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;

type Files = Readonly<Record<string, Uint8Array>>;

/** PDFs of Word files, by the names given; throws where one is not made. */
export const printed = (files: Files): Files => converted(files, 'pdf', 'pdf');

/** Word files as LibreOffice saves them after opening them. */
export const savedAgain = (files: Files): Files => converted(files, 'docx', 'docx:MS Word 2007 XML');

function converted(files: Files, extension: string, filter: string): Files {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-soffice-'));
  const out = join(folder, 'out');
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name]!);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        filter,
        '--outdir',
        out,
        ...names.map((name) => join(folder, `${name}.docx`)),
      ],
      { stdio: 'ignore' },
    );
    return Object.fromEntries(
      names.map((name) => [name, new Uint8Array(readFileSync(join(out, `${name}.${extension}`)))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
