import type { FileChild, Paragraph as ParagraphType, Table as TableType } from "docx";
import type { Report, Section, Table } from "../schedule/reports/report-shape.ts";
import { BODY, HEADING } from "./docx-fonts.ts";

/** 16 cm of a page's width in pixels at 96 dpi; a picture for phones is shown narrower. */
const PICTURE_WIDTH = 320;

/** Writes a report as a Word document: what it is about, its sections with their tables, and the picture. */
export async function writeReportDocx(report: Report, picture: Uint8Array): Promise<Uint8Array> {
  const docx = await import("docx");
  const { Document, ImageRun, Packer, Paragraph, TextRun, AlignmentType, HeadingLevel } = docx;
  const view = new DataView(picture.buffer, picture.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  const words = (text: string, size: number, font = BODY, bold = false) => new TextRun({ text, size, font, bold });

  function section({ name, lines, tables }: Section): readonly FileChild[] {
    return [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        spacing: { before: 320, after: 120 },
        keepNext: true,
        children: [words(name, 32, HEADING, true)],
      }),
      ...lines.map((line): ParagraphType => new Paragraph({ spacing: { line: 400 }, children: [words(line, 28)] })),
      ...tables.flatMap((table) => [new Paragraph({ spacing: { before: 160 }, keepNext: true, children: [] }), grid(table)]),
    ];
  }

  function grid({ head, rows }: Table): TableType {
    const cell = (text: string, isHead: boolean) =>
      new docx.TableCell({
        ...(isHead ? { shading: { fill: "F3F1EC" } } : {}),
        margins: { top: 60, bottom: 60, left: 120, right: 120 },
        children: [new Paragraph({ children: [words(text, 24, isHead ? HEADING : BODY, isHead)] })],
      });
    const row = (cells: readonly string[], isHead: boolean) =>
      new docx.TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text) => cell(text, isHead)) });
    return new docx.Table({
      width: { size: 100, type: docx.WidthType.PERCENTAGE },
      rows: [row(head, true), ...rows.map((cells) => row(cells, false))],
    });
  }

  const title = `${report.community}${report.title}`;
  const document = new Document({
    title,
    styles: { default: { document: { run: { font: BODY } } } },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.HEADING_1,
            alignment: AlignmentType.CENTER,
            children: [words(title, 44, HEADING, true)],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 240 },
            children: [words(`${report.from}–${report.to}`, 28)],
          }),
          ...report.sections.flatMap(section),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { before: 320 },
            children: [
              new ImageRun({
                type: "png",
                data: picture,
                transformation: { width: PICTURE_WIDTH, height: Math.round((PICTURE_WIDTH * height) / width) },
                altText: { name: title, title, description: `${report.from}–${report.to}` },
              }),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}
