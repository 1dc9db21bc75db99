// Sets documents as Decree 30/2020 wants them printed, so that pages with a known text can be photographed, stamped and read back.
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

export interface Sheet {
  readonly parent: string | null;
  readonly agency: string;
  readonly number: string;
  readonly place: string;
  /** "07 tháng 3 năm 2025". */
  readonly date: string;
  /** Empty for an official letter, whose subject stands under the number. */
  readonly type: string;
  readonly title: string;
  readonly body: readonly string[];
  readonly recipients: readonly string[];
  readonly authority: readonly string[];
  readonly signer: string;
}

const FONTS = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts/tinos', import.meta.url));

const TEMPLATE = `
#let d = json(bytes(sys.inputs.sheet))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm))
#set text(font: "Tinos", size: 13pt, lang: "vi", hyphenate: false)
#set par(justify: true, leading: 0.55em, spacing: 0.85em)
#let underline-rule(width) = box(line(length: width, stroke: 0.6pt))
#grid(columns: (40%, 60%), align: center, row-gutter: 4pt,
  [#if d.parent != none [#text(size: 12.5pt, d.parent) \\ ] #for l in d.agency.split("\n") { text(size: 12.5pt, weight: "bold", l); linebreak() } #v(-4pt) #underline-rule(22mm)],
  [#text(size: 12.5pt, weight: "bold", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") \\ #text(weight: "bold", "Độc lập - Tự do - Hạnh phúc") \\ #v(-4pt) #underline-rule(56mm)],
  [#v(3pt) Số: #d.number #if d.type == "" [\\ #text(size: 12pt, "V/v " + d.title)]],
  [#v(3pt) #emph(d.place + ", ngày " + d.date)],
)
#v(8pt)
#if d.type != "" { align(center)[#text(size: 14pt, weight: "bold", d.type) \\ #text(size: 14pt, weight: "bold", d.title) #v(-3pt) #underline-rule(30mm)] }
#v(6pt)
#for p in d.body {
  if p.starts-with("**") { par(first-line-indent: (amount: 1.27cm, all: true), strong(p.slice(2))) }
  else { par(first-line-indent: (amount: 1.27cm, all: true), p) }
}
#v(8pt)
#block(breakable: false, grid(columns: (50%, 50%), align: (left, center),
  [#text(size: 12pt, style: "italic", weight: "bold", "Nơi nhận:") #set text(size: 11pt)
   #set par(spacing: 0.5em, justify: false)
   #for r in d.recipients { par("- " + r) }],
  [#for a in d.authority { text(weight: "bold", a); linebreak() } #v(22mm) #text(weight: "bold", d.signer)],
))
`;

let compiler: NodeCompiler | undefined;

/** A sheet as PDF. */
export function typeset(sheet: Sheet): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] });
  return new Uint8Array(
    compiler.pdf({ mainFileContent: TEMPLATE, inputs: { sheet: JSON.stringify(sheet) } }),
  );
}
