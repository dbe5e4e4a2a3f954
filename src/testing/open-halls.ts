import { type BoardScene, openBoard } from "./board-scene.ts";
import { at } from "./house.ts";
import { liveThere } from "./lived-in.ts";
import { openScene, type Scene } from "./scene.ts";

/** One person for each role. */
export const PEOPLE = {
  secretary: "孟岚",
  gridLead: "沈洁",
  gridWorker: "罗强",
  patrol: "韩江",
  mediator: "田静",
  unit: "周伟",
  propertyManager: "贺经理",
  volunteer: "石磊",
} as const;
export type Who = keyof typeof PEOPLE;

/** The board of a community in which a morning has passed, with somebody of each role signed in. */
export type Halls = {
  readonly scene: Scene;
  readonly board: BoardScene;
  /** Their cookie. */
  readonly as: (who: Who) => string;
  readonly get: (path: string, who: Who) => Promise<string>;
  readonly signInAgain: (who: Who) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens it. */
export async function openHalls(): Promise<Halls> {
  const scene = await openScene({ start: at("2026-09-14T09:00") });
  await liveThere(scene);
  const board = openBoard(scene);
  const cookies = new Map<Who, string>();
  const signInAgain = async (who: Who): Promise<void> => {
    cookies.set(who, await board.signIn(PEOPLE[who]));
  };
  for (const who of Object.keys(PEOPLE) as Who[]) await signInAgain(who);
  const as = (who: Who): string => cookies.get(who) ?? "";
  return {
    scene,
    board,
    as,
    get: async (path, who) => (await board.get(path, as(who))).text,
    signInAgain,
    close: scene.close,
  };
}
