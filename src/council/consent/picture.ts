import { fill, type Wordings } from "../../tickets/saying/wording.ts";
import { progressOf } from "./progress.ts";
import type { Project } from "./project.ts";

/** A picture as the painter takes it: numbers on top, bars below. */
export type Shown = {
  readonly title: string;
  readonly subtitle: string;
  readonly headline: readonly { readonly label: string; readonly value: number }[];
  readonly charts: readonly {
    readonly kind: "bars";
    readonly title: string;
    readonly bars: readonly { readonly name: string; readonly count: number }[];
    readonly empty: string;
  }[];
};

/** How far a project is, for staff: how many agree, refuse and have not said, and who is left by building and unit. No household is named. */
export function progressShown(wordings: Wordings, project: Project): Shown {
  const say = (name: string, values: Parameters<typeof fill>[1] = {}) => fill(wordings.get(name)?.text ?? "", values);
  const progress = progressOf(project);
  const units = progress.buildings.flatMap(({ building, units: own }) =>
    own.map(({ unit, all, agreed }) => ({
      name: say("project.pictureUnit", { building, unit: unit === "" ? "" : `-${unit}` }),
      count: all - agreed,
    })),
  );
  return {
    title: say("project.pictureTitle", { number: project.number, title: project.title }),
    subtitle: say("project.pictureAll", { all: progress.all }),
    headline: [
      { label: say("project.pictureAgreed"), value: progress.agreed },
      { label: say("project.pictureRefused"), value: progress.refused },
      { label: say("project.pictureOpen"), value: progress.open },
    ],
    charts: [
      {
        kind: "bars",
        title: say("project.pictureLeft"),
        bars: units.filter(({ count }) => count > 0),
        empty: say("project.pictureNone"),
      },
    ],
  };
}
