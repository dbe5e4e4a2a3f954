import type { CalendarDesk } from "../calendar/calendar-desk.ts";
import type { CouncilDesk } from "../council/council-desk.ts";
import type { ListsDesk } from "../lists/lists-desk.ts";
import type { OutboxDesk } from "../outbox/outbox-desk.ts";
import type { PeopleDesk } from "../people/people-desk.ts";
import type { WishesDesk } from "../wishes/wishes-desk.ts";

/** What the pages besides tickets are handed: what is to be said, decided, planned, wished for, and who is who. */
export type Halls = {
  readonly outbox: OutboxDesk;
  readonly council: CouncilDesk;
  readonly calendar: CalendarDesk;
  readonly wishes: WishesDesk;
  readonly lists: ListsDesk;
  readonly people: PeopleDesk;
};
