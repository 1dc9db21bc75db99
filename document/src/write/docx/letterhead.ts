// What stands above the text (Decree 30/2020, Annex I, II.1–II.5 and III.2): a table without lines of two columns.
import { BOX, HEADER, RULE, SIZE, URGENCY } from '../layout.ts';
import { lineWidth, widestLine } from '../metrics.ts';
import type { OfficialDocument } from '../official.ts';
import { agencyLines, dateLine, isLetter, MOTTO, NATION, numberLine, PARTY, titleLine } from '../wording.ts';
import { paragraph } from './paragraph.ts';
import { rule } from './rule.ts';
import { escape, eighths, twips } from './xml.ts';

export function letterhead(document: OfficialDocument): string {
  const left = [number(document), ...(isLetter(document) ? [subject(document)] : []), boxes(document)];
  const date = paragraph(dateLine(document), { style: 'DiaDanh' });
  return columns(
    'Phần đầu văn bản',
    [HEADER.left, HEADER.right],
    [
      [agencies(document), document.party ? partyTitle() : nationalTitle()],
      [left.join(''), date],
    ],
  );
}

/** The head of a plan or a set of rules that stands behind a decision: without number and date. */
export const attachedLetterhead = (document: OfficialDocument): string =>
  columns(
    'Phần đầu văn bản kèm theo',
    [HEADER.left, HEADER.right],
    [[agencies(document), document.party ? partyTitle() : nationalTitle()]],
  );

const NO_MARGINS = `<w:tblCellMar>${['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:w="0" w:type="dxa"/>`).join('')}</w:tblCellMar>`;

/** A table without lines, whose cells hold XML; its columns in millimetres. */
export function columns(
  says: string,
  widths: readonly number[],
  rows: readonly (readonly string[])[],
): string {
  const lengths = widths.map(twips);
  const body = rows.map((row) => {
    const cells = row.map(
      (content, at) =>
        `<w:tc><w:tcPr><w:tcW w:w="${lengths[at]}" w:type="dxa"/></w:tcPr>${content.endsWith('</w:p>') ? content : `${content}<w:p><w:pPr><w:pStyle w:val="Bang"/></w:pPr></w:p>`}</w:tc>`,
    );
    return `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cells.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${lengths.reduce((sum, each) => sum + each, 0)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
    `${NO_MARGINS}<w:tblLook w:val="0000"/><w:tblDescription w:val="${escape(says)}"/></w:tblPr>` +
    `<w:tblGrid>${lengths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${body.join('')}</w:tbl>`
  );
}

function agencies({ superior, agency, party }: OfficialDocument): string {
  const above = superior === null ? '' : name(superior, 'CoQuanChuQuan');
  return above + name(agency, 'CoQuan') + (party ? paragraph('*', { style: 'CoQuan' }) : ruleUnder(agency));
}

const name = (agency: string, style: string): string => paragraph(agencyLines(agency).join('\n'), { style });

/** A third to a half of the line that it stands under (II.2.b). */
function ruleUnder(agency: string): string {
  const widths = agencyLines(agency).map((line) => widestLine(line, SIZE.agency, true, HEADER.left));
  return rule(Math.max(...widths) * RULE.agency, HEADER.left);
}

function nationalTitle(): string {
  const length = lineWidth(MOTTO, SIZE.motto, true) * RULE.motto;
  return (
    paragraph(NATION, { style: 'QuocHieu' }) +
    paragraph(MOTTO, { style: 'TieuNgu' }) +
    rule(length, HEADER.right)
  );
}

/** Documents of the Party (Hướng dẫn 36-HD/VPTW) bear its name in place of the national title. */
function partyTitle(): string {
  const length = lineWidth(PARTY, SIZE.motto, true);
  return paragraph(PARTY, { style: 'TieuNgu' }) + rule(length, HEADER.right);
}

const number = (document: OfficialDocument): string => paragraph(numberLine(document), { style: 'SoKyHieu' });

const subject = (document: OfficialDocument): string => paragraph(titleLine(document), { style: 'VeViec' });

/** Stamps of urgency and circulation (cells 10b, 11), each in a box of its size. */
function boxes({ urgency, circulation }: OfficialDocument): string {
  const stamped = urgency === undefined ? '' : box(urgency, URGENCY[urgency], 'MucDoKhan', BOX.urgencyColour);
  if (circulation === undefined) return stamped;
  const width = lineWidth(circulation, SIZE.circulation, true) + 2 * BOX.padding;
  return stamped + box(circulation, width, 'LuuHanh', '000000');
}

function box(words: string, width: number, style: string, colour: string): string {
  const line = `w:val="single" w:sz="${eighths(BOX.stroke)}" w:space="0" w:color="${colour}"`;
  const borders = ['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} ${line}/>`).join('');
  const gap = `<w:p><w:pPr><w:pStyle w:val="Bang"/><w:spacing w:before="0" w:line="${BOX.gap * 20}" w:lineRule="exact"/></w:pPr></w:p>`;
  return (
    `${gap}<w:tbl><w:tblPr><w:tblW w:w="${twips(width)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/>` +
    `${NO_MARGINS}<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid><w:gridCol w:w="${twips(width)}"/></w:tblGrid>` +
    `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${twips(BOX.height)}" w:hRule="exact"/></w:trPr>` +
    `<w:tc><w:tcPr><w:tcW w:w="${twips(width)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>` +
    `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:rPr><w:color w:val="${colour}"/></w:rPr><w:t>${escape(words)}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`
  );
}
