import chineseDays from "chinese-days";

/**
 * The library of holidays, lunar dates and solar terms. It reads `2026-10-01` as a moment at Greenwich and then asks the machine's
 * zone which day that is: west of Greenwich every answer is a day off. Nothing of ours reads the machine's zone (DESIGN: TZ is
 * ignored), so the process is put at Greenwich before the library is first asked.
 */
process.env["TZ"] = "UTC";

export { chineseDays };
