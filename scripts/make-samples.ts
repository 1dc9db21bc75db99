// Writes the demonstration documents into server/samples, so that an empty installation has something to show.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { annualPlan, revisedAnnualPlan } from './samples/annual-plan.ts';
import { communePlan } from './samples/commune-plan.ts';
import { decision } from './samples/decision.ts';
import { writeDocx } from './samples/docx.ts';
import { letter } from './samples/letter.ts';
import { writePdf } from './samples/pdf.ts';
import { report } from './samples/report.ts';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'server', 'samples');

for (const sample of [decision, annualPlan, revisedAnnualPlan, communePlan, report, letter]) {
  const file = join(folder, sample.file);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, sample.file.endsWith('.pdf') ? writePdf(sample) : await writeDocx(sample));
  console.log(sample.file);
}
