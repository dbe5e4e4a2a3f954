import type { IFontAttributesProperties } from "docx";

/** Fonts of official papers; Word takes its own where they are missing. East Asian letters are named apart from the Latin ones. */
export const BODY: IFontAttributesProperties = {
  ascii: "Times New Roman",
  hAnsi: "Times New Roman",
  eastAsia: "仿宋",
  hint: "eastAsia",
};
export const HEADING: IFontAttributesProperties = { ...BODY, eastAsia: "宋体" };
