/**
 * Puts this process at Greenwich. Nothing of ours reads the machine's zone (DESIGN: TZ is ignored), but the library of holidays does:
 * it takes `2026-10-01` for a moment at Greenwich and remembers, when it is loaded, how far the machine is from there; west of it every
 * holiday is a day off. So this is imported before that library, wherever it is.
 */
process.env["TZ"] = "UTC";
