// Everything works without this file. It saves reloads (htmx) and gives the keyboard its short ways.
import "htmx.org";
import "./live.js";

const rows = () => [...document.querySelectorAll("[data-row] a[data-open]")];

function walk(step) {
  const all = rows();
  const here = document.activeElement.closest("[data-row]")?.querySelector("a[data-open]");
  const next = all[Math.min(Math.max(all.indexOf(here) + step, 0), all.length - 1)];
  next?.focus();
}

/** Nothing ticked, nothing to group; without this file the form itself says so. */
function allowGrouping() {
  const group = document.querySelector("#group-chosen button");
  if (group) group.disabled = !document.querySelector("input[form=group-chosen]:checked");
}
allowGrouping();
document.addEventListener("change", allowGrouping);
document.addEventListener("htmx:load", allowGrouping);

// Back in a list, the row that was opened has the focus again.
const opened = `opened ${location.pathname}${location.search}`;
document.addEventListener("click", (press) => {
  const row = press.target.closest("a[data-open]");
  if (row) sessionStorage.setItem(`opened ${location.pathname}${location.search}`, row.getAttribute("href"));
});
if (performance.getEntriesByType("navigation")[0]?.type === "back_forward")
  rows().find((row) => row.getAttribute("href") === sessionStorage.getItem(opened))?.focus({ preventScroll: true });

// The browser closes the list by itself where the focus leaves it (:focus-within); this empties it.
const closeSuggestions = () => document.querySelector("#suggestions")?.replaceChildren();

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A suggestion is taken over into the field it is for.
document.addEventListener("click", (press) => {
  const chosen = press.target.closest("[data-choose]");
  const field = chosen && document.getElementById(chosen.dataset.choose);
  if (!field) return;
  field.value = chosen.value;
  field.focus();
  field.dispatchEvent(new Event("change", { bubbles: true }));
});

// Beside a draft: a finding leads to its line.
for (const link of document.querySelectorAll("[data-line]")) {
  link.addEventListener("click", (press) => {
    const text = document.querySelector("#text");
    const before = text.value.split("\n").slice(0, Number(link.dataset.line) - 1);
    const start = before.join("\n").length + (before.length > 0 ? 1 : 0);
    const end = text.value.indexOf("\n", start);
    press.preventDefault();
    text.focus();
    text.setSelectionRange(start, end < 0 ? text.value.length : end);
    text.scrollTop = (text.scrollHeight / text.value.split("\n").length) * Math.max(0, before.length - 8);
  });
}

document.addEventListener("keydown", (press) => {
  const typing = press.target.closest("input:not([type=checkbox], [type=radio]), textarea, select");
  if (press.key === "Escape" && typing) {
    typing.blur();
    closeSuggestions();
  }
  if (typing?.id === "search" && press.key === "ArrowDown") {
    document.querySelector("#suggestions a")?.focus();
    press.preventDefault();
  }
  if (typing || document.querySelector("dialog[open]") || press.ctrlKey || press.metaKey || press.altKey) return;
  if (press.key === "/") {
    document.querySelector("#search")?.focus();
    press.preventDefault();
  }
  if (press.key === "?") document.querySelector("#keys")?.showModal();
  if (press.key === "n") document.querySelector("[data-new]")?.click();
  if (press.key === "j") walk(1);
  if (press.key === "k") walk(-1);
});
