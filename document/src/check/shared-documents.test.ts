// The five real documents on this work: their known flaws are found, and nothing else is called one.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readText } from '../read/text.ts';
import { recognise } from '../recognise/recognise.ts';
import type { RegisterEntry } from '../resolve/legal-register.ts';
import { indexRegister } from '../resolve/legal-register.ts';
import type { Parsed } from '../tree.ts';
import { check } from './check.ts';

const FOLDER = new URL('../../../../shared/documents/', import.meta.url);
const FILES = [
  '000_7e51e81fce58dad6.txt',
  '001_8665d3ed35e827ab.txt',
  '002_b1302ee1029f4a24.txt',
  '003_134572068d24dabd.txt',
  '004_bcbafc40be416b12.txt',
];
const isThere = existsSync(new URL(FILES[0] ?? '', FOLDER));

function parsed(file: string | undefined): Parsed {
  return recognise(readText(readFileSync(new URL(file ?? '', FOLDER), 'utf8'), file ?? '', 'txt'));
}

/** Warnings and errors: what the check holds to be wrong. Notes are reasons to look. */
function alarms({ warnings }: Parsed): string[] {
  return warnings
    .filter(({ severity }) => severity !== 'note')
    .map(({ code, values }) => `${code} ${values?.['number'] ?? values?.['label'] ?? values?.['words']}`);
}

describe.skipIf(!isThere)('the five documents (skipped where ../shared/documents is missing)', () => {
  test('000: a decision without a flaw', () => {
    expect(alarms(parsed(FILES[0]))).toEqual([]);
  });

  test('001: decision 368 bears the wrong month', () => {
    expect(alarms(parsed(FILES[1]))).toEqual(['citation-date-conflict 368/QĐ-TTg']);
  });

  test('002: decision 2408 bears the wrong day, a Sunday', () => {
    const document = parsed(FILES[2]);
    expect(alarms(document)).toEqual(['citation-date-conflict 2408/QĐ-UBND']);
    expect(
      document.warnings
        .filter(({ code }) => code === 'citation-weekend-date')
        .map(({ values }) => values?.['number']),
    ).toEqual(['2408/QĐ-UBND']);
  });

  test('003: a doubled phrase, and two sections numbered 3', () => {
    expect(alarms(parsed(FILES[3]))).toEqual(['doubled-words nhà nước', 'duplicate-number 3']);
  });

  test('004: a plan without a flaw', () => {
    expect(alarms(parsed(FILES[4]))).toEqual([]);
  });

  test('both dates are contradicted by the documents themselves too, without the built-in legal bases', () => {
    const documents = FILES.slice(0, 3).map(parsed);
    const citedIn = (at: number) => documents[at]?.citations ?? [];
    const entries: RegisterEntry[] = [
      { id: 0, ...documents[0]!.document, date: documents[0]!.document.issuedOn },
      ...citedIn(0).map((citation, id) => ({ id: `c${id}`, ...citation })),
    ];
    const register = indexRegister(entries);
    const legalBases = indexRegister<never>([]);
    const found = [1, 2].map((at) =>
      check(documents[at]!, { register, legalBases }).filter(({ severity }) => severity === 'warning'),
    );
    expect(found.map((all) => all.map(({ code, values }) => `${code} ${values?.['held']}`))).toEqual([
      ['citation-date-conflict 28/02/2013'],
      ['citation-date-conflict 12/7/2013'],
    ]);
  });
});
