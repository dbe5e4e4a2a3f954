import type { Affair, AffairKind, Notice } from "../../council/affair.ts";
import type { Chamber } from "../../council/chamber.ts";
import type { Receipt } from "../../council/shelf.ts";
import type { Actor } from "../../tickets/ticket.ts";
import type { Told } from "../halls/forms.ts";

/** An order by a form: the words are those of the chat (`实到 12`), and must mean this verb. */
export type FormOrder = {
  readonly by: Actor;
  readonly kind: AffairKind;
  readonly number: number;
  readonly verb: string;
  readonly words: string;
  readonly once: string;
};

/** What the council's pages are handed. Whatever changes goes the way that chat goes. */
export type CouncilDesk = {
  readonly chamber: Chamber;
  readonly latest: (kinds: readonly AffairKind[], most: number) => Promise<readonly Affair[]>;
  readonly affair: (kind: AffairKind, number: number) => Promise<Affair | undefined>;
  readonly receipts: (notice: Notice) => Promise<readonly Receipt[]>;
  /** Undefined: there is no such affair. */
  readonly order: (given: FormOrder) => Promise<Told | undefined>;
  /** Begins what the words order; the draft, or why there is none. */
  readonly begin: (given: {
    readonly by: Actor;
    readonly text: string;
    readonly once: string;
  }) => Promise<Pick<Affair, "kind" | "number"> | Told>;
};
