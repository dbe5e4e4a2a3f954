/** The server draws this page; here it is only told that something changed, and fetches it again. */
const events = new EventSource("/events");
let isAsked = false;

events.addEventListener("message", () => {
  if (isAsked) return;
  isAsked = true;
  setTimeout(refresh, 50);
});

async function refresh() {
  isAsked = false;
  const answer = await fetch("/");
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
  const shown = document.querySelector("main");
  if (fresh !== null && fresh.innerHTML !== shown.innerHTML) shown.replaceWith(document.adoptNode(fresh));
}
