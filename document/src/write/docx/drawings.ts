// Pictures and charts: their parts, their relations, and the runs that show them, each with a text for who does not see it.
import type { Chart } from '../official.ts';
import { chartPart, type ChartParts } from './chart.ts';
import { emu, escape } from './xml.ts';

export interface Drawings {
  /** A run with a picture fitted into a box of millimetres; null where the bytes are no PNG. */
  picture(png: Uint8Array, width: number, height: number, says: string): string | null;
  /** A run with a chart of that size in millimetres. */
  chart(chart: Chart, width: number, height: number): string;
  readonly pictures: readonly Uint8Array[];
  readonly charts: readonly ChartParts[];
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Relation ids: rIdP1 … for pictures, rIdC1 … for charts. */
export function createDrawings(): Drawings {
  const pictures: Uint8Array[] = [];
  const charts: ChartParts[] = [];
  let drawn = 0;
  return {
    pictures,
    charts,
    picture(png, width, height, says) {
      const size = pixels(png);
      if (!size) return null;
      pictures.push(png);
      const scale = Math.min(width / size.width, height / size.height);
      const [cx, cy] = [emu(size.width * scale), emu(size.height * scale)];
      const relation = `rIdP${pictures.length}`;
      return inline(++drawn, cx, cy, says, pictureGraphic(drawn, relation, cx, cy));
    },
    chart(chart, width, height) {
      charts.push(chartPart(chart));
      const relation = `rIdC${charts.length}`;
      const graphic = `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart r:id="${relation}"/></a:graphicData>`;
      return inline(++drawn, emu(width), emu(height), `${chart.title}. ${chart.says}`, graphic);
    },
  };
}

function pixels(png: Uint8Array): { width: number; height: number } | null {
  if (png.length < 24 || PNG.some((byte, at) => png[at] !== byte)) return null;
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return width > 0 && height > 0 ? { width, height } : null;
}

function inline(id: number, cx: number, cy: number, says: string, graphic: string): string {
  return (
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/>` +
    `<wp:docPr id="${id}" name="Hình ${id}" descr="${escape(says)}"/><wp:cNvGraphicFramePr/>` +
    `<a:graphic>${graphic}</a:graphic></wp:inline></w:drawing></w:r>`
  );
}

function pictureGraphic(id: number, relation: string, cx: number, cy: number): string {
  return (
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>' +
    `<pic:nvPicPr><pic:cNvPr id="${id}" name="Hình ${id}"/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData>'
  );
}
