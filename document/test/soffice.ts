// LibreOffice, where a machine has it: another program's view of what was written.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasSoffice = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;

/** PDFs of Word files, by the names given; throws where one is not made. */
export function printed(files: Readonly<Record<string, Uint8Array>>): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'nhipcau-soffice-'));
  try {
    const names = Object.keys(files);
    for (const name of names) writeFileSync(join(folder, `${name}.docx`), files[name]!);
    execFileSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'pdf',
        '--outdir',
        folder,
        ...names.map((name) => join(folder, `${name}.docx`)),
      ],
      { stdio: 'ignore' },
    );
    return Object.fromEntries(
      names.map((name) => [name, new Uint8Array(readFileSync(join(folder, `${name}.pdf`)))]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
