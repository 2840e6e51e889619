// Everything works without this file. It saves reloads (htmx) and gives the keyboard its short ways.
import "htmx.org";
import "./live.js";

const rows = () => [...document.querySelectorAll("[data-row] a[data-open]")];

function walk(step) {
  const all = rows();
  const next = all[Math.min(Math.max(all.indexOf(document.activeElement) + step, 0), all.length - 1)];
  next?.focus();
}

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

document.addEventListener("keydown", (press) => {
  const typing = press.target.closest("input, textarea, select");
  if (press.key === "Escape" && typing) {
    typing.blur();
    closeSuggestions();
  }
  if (typing?.id === "search" && press.key === "ArrowDown") {
    document.querySelector("#suggestions a")?.focus();
    press.preventDefault();
  }
  if (typing || press.ctrlKey || press.metaKey || press.altKey) return;
  if (press.key === "/") {
    document.querySelector("#search")?.focus();
    press.preventDefault();
  }
  if (press.key === "n") document.querySelector("[data-new]")?.click();
  if (press.key === "j") walk(1);
  if (press.key === "k") walk(-1);
});
