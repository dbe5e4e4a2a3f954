import type { FileChild } from "docx";
import { BODY, HEADING } from "../docx-fonts.ts";
import type { Block, Paper } from "./paper.ts";

/** Half points: 二号 for the title, 四号 for the text, as official papers have them. */
const SIZE = { title: 44, heading: 30, text: 28, cell: 24 };
/** Twentieths of a point: 2.6 cm at the sides, 3 cm above and below. */
const MARGINS = { top: 1700, bottom: 1700, left: 1480, right: 1480 };

/** What is left of A4 between the margins. */
const WIDTH = 11_906 - MARGINS.left - MARGINS.right;

/** Writes a paper as a Word document. */
export async function writePaper(paper: Paper): Promise<Uint8Array> {
  const docx = await import("docx");
  const { AlignmentType, Paragraph, TextRun, VerticalAlign, WidthType } = docx;
  const run = (text: string, size: number, isHead = false) =>
    text
      .split("\n")
      .map(
        (line, index) =>
          new TextRun({ text: line, size, font: isHead ? HEADING : BODY, bold: isHead, ...(index === 0 ? {} : { break: 1 }) }),
      );

  const cell = (text: string, share: number, isHead: boolean) =>
    new docx.TableCell({
      width: { size: Math.round((WIDTH * share) / 100), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { top: 80, bottom: 80, left: 120, right: 120 },
      children: [new Paragraph({ children: run(text, SIZE.cell, isHead) })],
    });
  const grid = (rows: readonly (readonly string[])[], shares: readonly number[], head: "row" | "column") =>
    new docx.Table({
      width: { size: WIDTH, type: WidthType.DXA },
      columnWidths: shares.map((share) => Math.round((WIDTH * share) / 100)),
      rows: rows.map(
        (texts, line) =>
          new docx.TableRow({
            tableHeader: head === "row" && line === 0,
            cantSplit: true,
            children: texts.map((text, index) => cell(text, shares[index] ?? 0, head === "row" ? line === 0 : index === 0)),
          }),
      ),
    });
  const title = (text: string, isNew: boolean): FileChild =>
    new Paragraph({
      alignment: AlignmentType.CENTER,
      pageBreakBefore: isNew,
      spacing: { after: 200 },
      children: run(text, SIZE.title, true),
    });
  const gap = (): FileChild => new Paragraph({ spacing: { before: 120 }, children: [] });

  function blockOf(block: Block): readonly FileChild[] {
    switch (block.kind) {
      case "heading":
        return [
          new Paragraph({ keepNext: true, spacing: { before: 280, after: 100 }, children: run(block.text, SIZE.heading, true) }),
        ];
      case "lines":
        return block.lines.map(
          (line) => new Paragraph({ indent: { firstLine: 560 }, spacing: { line: 420 }, children: run(line, SIZE.text) }),
        );
      case "fields":
        return [grid(block.rows, [26, 74], "column"), gap()];
      case "table":
        return [grid([block.head, ...block.rows], block.shares, "row"), gap()];
      case "signs":
        return block.labels.map(
          (label, index) =>
            new Paragraph({
              keepNext: index < block.labels.length - 1,
              spacing: { before: 360 },
              tabStops: [{ type: docx.TabStopType.RIGHT, position: WIDTH }],
              children: [
                ...run(label, SIZE.text),
                new TextRun({ children: [new docx.Tab(), block.date], size: SIZE.text, font: BODY }),
              ],
            }),
        );
      case "newPage":
        return [title(block.title, true)];
    }
  }

  const whole = `${paper.community}${paper.title}`;
  const document = new docx.Document({
    title: whole,
    creator: paper.community,
    styles: { default: { document: { run: { font: BODY } } } },
    sections: [
      {
        properties: { page: { margin: MARGINS } },
        children: [
          title(paper.community, false),
          title(paper.title, false),
          new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { after: 160 }, children: run(paper.number, SIZE.cell) }),
          ...paper.blocks.flatMap(blockOf),
        ],
      },
    ],
  });
  return new Uint8Array(await docx.Packer.toBuffer(document));
}
