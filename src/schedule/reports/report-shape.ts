export const PERIODS = ["week", "month", "year"] as const;
export type Period = (typeof PERIODS)[number];

export type Table = { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
export type Section = { readonly name: string; readonly lines: readonly string[]; readonly tables: readonly Table[] };

/** A report before it is a text or a document: both say the same numbers. */
export type Report = {
  readonly period: Period;
  readonly community: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly sections: readonly Section[];
};
