/** The settings or a data file are wrong: the person who wrote them can mend it. `where` is a variable name or `file:line`. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  readonly code = "CONFIG";
  readonly where: string;

  constructor(where: string, what: string, options?: ErrorOptions) {
    super(`${where} ${what}`, options);
    this.where = where;
  }
}

/** A flow, or a wording that a flow needs, is wrong. `where` is `file:line`. */
export class FlowError extends Error {
  override readonly name = "FlowError";
  readonly code = "FLOW";
  readonly where: string;

  constructor(where: string, what: string, options?: ErrorOptions) {
    super(`${where} ${what}`, options);
    this.where = where;
  }
}

/** The chat channel failed. `delivery` says whether the sentence may have been said all the same. */
export class ChannelError extends Error {
  override readonly name = "ChannelError";
  readonly code = "CHANNEL";
  readonly delivery: "not-said" | "unknown";

  constructor(what: string, delivery: "not-said" | "unknown" = "not-said", options?: ErrorOptions) {
    super(what, options);
    this.delivery = delivery;
  }
}

/** A language model failed or answered nonsense; the offline classifier takes over. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly code = "MODEL";
}

/** The database failed or holds something it must not. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  readonly code = "STORE";
}
