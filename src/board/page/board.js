/** Pages work without this file. With it, what somebody else changed shows within a second, unless this person is writing just now. */
const main = () => document.querySelector("main[data-live]");
let seen;
let isAsked = false;

const events = new EventSource("/live");
events.addEventListener("message", ({ data }) => {
  const { value } = JSON.parse(data);
  const isNew = seen !== undefined && value !== seen;
  seen = value;
  if (isNew) refresh();
});

lookAgainSoon();

/** Something is being counted just now. */
function lookAgainSoon() {
  if (main()?.querySelector("[data-soon]")) setTimeout(refresh, 2_000);
}

async function refresh() {
  if (isAsked) return;
  if (isBusy()) return lookAgainSoon();
  isAsked = true;
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).finally(() => {
    isAsked = false;
  });
  if (!answer.ok || answer.redirected || isBusy()) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main[data-live]");
  const shown = main();
  if (fresh === null || shown === null || fresh.innerHTML === shown.innerHTML) return lookAgainSoon();
  for (const open of shown.querySelectorAll("details[open] > summary")) {
    const same = [...fresh.querySelectorAll("details > summary")].find(({ textContent }) => textContent === open.textContent);
    same?.parentElement.setAttribute("open", "");
  }
  shown.replaceWith(document.adoptNode(fresh));
  lookAgainSoon();
}

/** Somebody is filling in a form: nothing is taken from under their fingers. */
function isBusy() {
  const shown = main();
  const isWriting =
    shown?.contains(document.activeElement) && document.activeElement.matches("input, select, textarea, a, button, summary");
  const isFilled = [...(shown?.querySelectorAll("textarea, input:not([type=hidden])") ?? [])].some(
    (field) => field.value !== field.defaultValue,
  );
  return isWriting || isFilled;
}
