import "./at-greenwich.ts";
import chineseDays from "chinese-days";

/** The library of holidays, lunar dates and solar terms, loaded so that the machine's zone does not count. */
export { chineseDays };
