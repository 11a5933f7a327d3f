// Shows what the scanner has just saved, without a click; the pages work without it.
// A page that nobody touches or sees asks nothing, so that it keeps nobody signed in.
const EVERY_MS = 500, QUIET_AFTER_MS = 10 * 60 * 1000;
const box = document.querySelector("[data-scans]");
let mark = "", touched = Date.now();

const scans = () => [...box.querySelectorAll("[data-scan]")];
const choices = () => [...document.querySelectorAll("select[data-scan-choice]")];

function fill() {
  const found = scans();
  for (const choice of choices()) {
    const chosen = choice.value, none = choice.options[0];
    choice.replaceChildren(none, ...found.map(
      (scan) => new Option(scan.dataset.name, scan.dataset.scan)));
    choice.closest("[data-scan-field]")?.toggleAttribute("hidden", !found.length);
    choice.value = found.some((scan) => scan.dataset.scan === chosen) ? chosen : "";
  }
  offer();
}

// The newest scan that no paper on the page has yet is one click, or one key, away.
function offer() {
  const taken = new Set(choices().map((choice) => choice.value));
  const free = scans().find((scan) => !taken.has(scan.dataset.scan));
  for (const button of document.querySelectorAll("[data-scan-newest]")) {
    button.hidden = !free;
    button.dataset.scanNewest = free ? free.dataset.scan : "";
  }
}

function addButtons() {
  for (const choice of choices()) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button second";
    button.dataset.scanNewest = "";
    button.textContent = box.dataset.newest;
    button.addEventListener("click", () => {
      choice.value = button.dataset.scanNewest;
      choice.dispatchEvent(new Event("change", {bubbles: true}));
    });
    choice.after(button);
    choice.addEventListener("change", () => {
      const given = choice.closest(".paper")?.querySelector("input[type=checkbox]");
      if (given && choice.value) given.checked = true;
      offer();
    });
  }
}

async function look() {
  if (document.hidden || Date.now() - touched > QUIET_AFTER_MS) return;
  const answer = await fetch(box.dataset.scans, {headers: {"If-None-Match": mark}, redirect: "error"});
  if (answer.status !== 200) return;
  mark = answer.headers.get("ETag") ?? "";
  box.querySelector("[data-scan-list]").innerHTML = await answer.text();
  fill();
}

async function keepLooking() {
  try { await look(); } catch { /* The server is away for a moment: the next look tells. */ }
  setTimeout(keepLooking, EVERY_MS);
}

if (box) {
  for (const kind of ["pointerdown", "keydown"]) {
    addEventListener(kind, () => { touched = Date.now(); }, {passive: true});
  }
  addButtons();
  keepLooking();
}
