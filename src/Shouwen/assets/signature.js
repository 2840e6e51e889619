// The field a customer signs in: black on white in the light and in the dark, like the paper it stands for. What is drawn
// travels in the form's own field; where this file does not run, the photo of a signed paper does the same.
import SignaturePad from "signature_pad";

const INK = "#1a1a1a";
const PAPER = "#ffffff";
const SHARPEST = 2;

function open(field) {
  if (field.dataset.open) return;
  field.dataset.open = "1";
  const board = field.querySelector("[data-board]");
  const canvas = board.querySelector("canvas");
  const drawn = field.querySelector("[data-drawn]");
  const said = field.querySelector("[data-said]");
  let before = drawn.value;
  let width = 0;
  board.hidden = false;
  const pad = new SignaturePad(canvas, { penColor: INK, backgroundColor: PAPER, minWidth: 1, maxWidth: 3 });

  // A canvas forgets its picture when its size changes: the strokes are kept and drawn again.
  const fit = () => {
    if (!canvas.offsetWidth || canvas.offsetWidth === width) return;
    width = canvas.offsetWidth;
    const ratio = Math.min(Math.max(devicePixelRatio || 1, 1), SHARPEST);
    const strokes = pad.toData();
    canvas.width = width * ratio;
    canvas.height = canvas.offsetHeight * ratio;
    canvas.getContext("2d").scale(ratio, ratio);
    pad.clear();
    if (before) pad.fromDataURL(before, { ratio: 1, width, height: canvas.offsetHeight });
    pad.fromData(strokes, { clear: false });
  };

  pad.addEventListener("endStroke", () => {
    drawn.value = pad.toDataURL("image/png");
    said.textContent = field.dataset.signed;
  });
  field.querySelector("[data-clear]").addEventListener("click", () => {
    before = "";
    drawn.value = "";
    pad.clear();
    said.textContent = field.dataset.cleared;
  });
  if (before) said.textContent = field.dataset.signed;
  new ResizeObserver(fit).observe(canvas);
  fit();
}

const openAll = (place) => place.querySelectorAll("[data-signature]").forEach(open);
openAll(document);
document.addEventListener("htmx:load", (loaded) => openAll(loaded.target));
