import htmx from "htmx.org";

// Keeps an open page true: the server says that something changed, the page fetches itself and swaps its parts.
const place = document.querySelector("[data-live]");
const minute = 60_000;
let source;
let waiting;

const keyOf = (element) => element?.getAttribute("href") ?? element?.id;

/** Replaces every part that differs; focus and opened details stay where they were, a form in use stays untouched. */
async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of document.querySelectorAll("[data-part]")) {
    const fresh = page.getElementById(part.id);
    if (!fresh || fresh.innerHTML === part.innerHTML || part.querySelector("form :focus")) continue;
    const focused = part.contains(document.activeElement) ? keyOf(document.activeElement) : null;
    const opened = [...part.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent);
    part.replaceWith(fresh);
    htmx.process(fresh);
    for (const summary of fresh.querySelectorAll("details > summary"))
      if (opened.includes(summary.textContent)) summary.parentElement.open = true;
    if (focused) [...fresh.querySelectorAll("a, button, input")].find((element) => keyOf(element) === focused)?.focus();
  }
}

function changed(event) {
  clearTimeout(waiting);
  waiting = setTimeout(async () => {
    await refresh();
    const at = new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Shanghai", hour12: false });
    place.textContent = [place.dataset.said, at, event.data].filter(Boolean).join(" · ");
  }, 200);
}

// A page in the background listens to nothing; coming back it looks once and listens again.
function listen() {
  source?.close();
  if (document.hidden) return;
  source = new EventSource(place.dataset.live);
  source.addEventListener("changed", changed);
}

if (place) {
  listen();
  addEventListener("visibilitychange", () => {
    listen();
    if (!document.hidden) refresh();
  });
  addEventListener("pagehide", () => source?.close());
  setInterval(() => document.hidden || refresh(), minute);
}
