import type { Generated } from "kysely";

/** The tables, as both databases hold them: instants are milliseconds, yes and no are 1 and 0, documents are JSON text. */
export type Schema = {
  messages: {
    id: Generated<number>;
    hash: string;
    channel_id: string | null;
    heard_at: number;
    state: "heard" | "dropped" | "answered" | "filed" | "withdrawn";
    ticket: number | null;
    body: string | null;
    file: string | null;
  };
  tickets: {
    number: number;
    kind: string;
    category: string;
    urgency: string;
    estate: string | null;
    stage: string;
    state: string;
    outcome: string | null;
    grid: string | null;
    handler: string;
    unit: string | null;
    room: string | null;
    opened_at: number;
    closed_at: number | null;
    summary: string;
    document: string;
    building: string | null;
    /** What is promised now; null: nothing is. */
    due: number | null;
  };
  /** The pairs of neighbouring characters in each summary, by which words are found. */
  ticket_words: { word: string; ticket: number };
  /** A resident's own way to one matter; whoever has the token sees it. */
  track_links: { token: string; ticket: number; person: string; made_at: number };
  claims: { ticket: number; person: string };
  /** What units offer (三清单: resources). */
  offers: { id: Generated<number>; unit: string; text: string; at: number };
  ticket_people: { ticket: number; person: string };
  events: {
    seq: number;
    ticket: number;
    position: number;
    type: string;
    at: number;
    by: string;
    text: string | null;
    set: string;
    prev: string;
    hash: string;
  };
  chain: { id: number; number: number; seq: number; hash: string };
  timers: { ticket: number; name: string; at: number };
  outbox: {
    id: Generated<number>;
    key: string;
    room: string | null;
    person: string | null;
    alias: string | null;
    wording: string;
    fill: string;
    promise: number | null;
    ticket: number | null;
    purpose: string;
    urgent: number;
    to_reporter: number;
    due_at: number;
    state: "waiting" | "sending" | "said" | "held" | "dropped";
    claimed_at: number | null;
    said_at: number | null;
    text: string | null;
    channel_id: string | null;
    attempts: Generated<number>;
    why: string | null;
    /** The person who decided what becomes of it, or who said it by hand. */
    handled_by: string | null;
    /** A file under the data folder, shown instead of words. */
    picture: string | null;
    /** The key of the row that is said before. */
    follows: string | null;
  };
  affairs: {
    kind: string;
    number: number;
    stage: string;
    is_over: number;
    due: number | null;
    opened_at: number;
    document: string;
  };
  /** Papers with names and words unmasked: who was given which, and when. */
  disclosures: {
    id: Generated<number>;
    at: number;
    by: string;
    what: string;
    period_from: number | null;
    period_to: number | null;
  };
  /** Programs of the city, each with the hash of its key. */
  clients: { name: string; key_hash: string; added_at: number };
  people: {
    id: string;
    alias: string;
    contact: string;
    login: string;
    staff: string | null;
    room: string | null;
    friend: number;
  };
  rooms: { topic: string; channel_id: string };
  firings: { entry: string; room: string; slot: number; fired_at: number };
  runs: { key: string; until: number };
  keyv: { key: string; value: string; expires: number | null };
};
