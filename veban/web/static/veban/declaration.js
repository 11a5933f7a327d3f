// Beside a section of a declaration: says what is wrong before it is sent, in the server's words,
// which stand on the fields; and lets the node keep what is typed, so that nothing is lost.
// Nothing is kept in the browser, and the page works the same without this module.

const KEEP_AFTER_MS = 800;
const DAY = /^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])?(\d{4})$/;

const form = document.querySelector("form[data-declaration]");
const inputs = [...form.querySelectorAll("input[data-kind], textarea[data-kind]")];
const lists = [...form.querySelectorAll("fieldset[data-name]")];
const ticks = [...form.querySelectorAll("input[type=checkbox]")];

const typed = (input) =>
  (input.dataset.kind === "long" ? input.value : input.value.replace(/\s+/g, " ")).trim();
const chosen = (list) => list.querySelector("input:checked")?.value ?? "";

function isDay(text, whole) {
  const found = DAY.exec(text);
  if (!found || (whole && !found[1])) return false;
  const [day, month, year] = [found[1] ?? "1", found[2] ?? "1", found[3]].map(Number);
  const made = new Date(Date.UTC(2000, month - 1, day));
  made.setUTCFullYear(year, month - 1, day);
  return year > 0 && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

const fits = (pattern, text) => !pattern || new RegExp(`^(?:${pattern})$`).test(text);

// What the server's schema would complain of, as the name of the sentence on the field.
function wrongIn(input) {
  const { kind, least, most } = input.dataset;
  let text = typed(input);
  if (!text) return input.required ? "missing" : "";
  if (kind === "number") {
    text = text.replace(/[. ]/g, "");
    if (!/^\d+$/.test(text)) return "no_number";
    if (least !== undefined && Number(text) < Number(least)) return "too_small";
    return most !== undefined && Number(text) > Number(most) ? "too_large" : "";
  }
  if (most !== undefined && [...text].length > Number(most)) return "too_long";
  if (kind === "date") return isDay(text, false) ? "" : "no_date";
  if (kind === "day") return isDay(text, true) ? "" : "no_day";
  if (kind === "personal_id") text = text.replaceAll(" ", "");
  return fits(input.pattern, text) ? "" : `no_${kind}`;
}

const wrongInTick = (tick) => (tick.required && !tick.checked ? "missing" : "");

function wrongAt(field) {
  if (field.dataset.name) return wrongInList(field);
  return field.type === "checkbox" ? wrongInTick(field) : wrongIn(field);
}

const wrongInList = (list) => ("needed" in list.dataset && !chosen(list) ? "missing" : "");

function isLeftOut() {
  return (
    "optional" in form.dataset &&
    inputs.every((input) => !typed(input) || typed(input) === input.dataset.default) &&
    lists.every((list) => chosen(list) === (list.dataset.default ?? "")) &&
    ticks.every((tick) => !tick.checked)
  );
}

function say(field, name, wrong) {
  const place = document.getElementById(`e-${name}`);
  place.textContent = wrong ? field.getAttribute(`data-${wrong}`) : "";
  place.hidden = !wrong;
  field.closest(".field").classList.toggle("wrong", Boolean(wrong));
  if (wrong && !field.dataset.name) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function check() {
  const none = isLeftOut();
  const found = [
    ...inputs.map((input) => [input, input.name, none ? "" : wrongAt(input)]),
    ...lists.map((list) => [list, list.dataset.name, none ? "" : wrongAt(list)]),
    ...ticks.map((tick) => [tick, tick.name, none ? "" : wrongAt(tick)]),
  ];
  for (const [field, name, wrong] of found) say(field, name, wrong);
  return found.filter(([, , wrong]) => wrong).map(([field]) => field);
}

form.addEventListener("submit", (event) => {
  clearTimeout(waiting);
  if (event.submitter && event.submitter.value !== "next") return;
  const wrong = check();
  if (!wrong.length) return;
  event.preventDefault();
  wrong.sort((a, b) => (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
  wrong[0].focus();
  keep();
});

let waiting = 0;
form.addEventListener("input", (event) => {
  if (event.target.name?.startsWith("card")) return;
  // A complaint is looked at again while one types, and no new one appears: a page that moves under
  // a finger takes the button away from it.
  const again = [...inputs, ...lists, ...ticks].find(
    (field) => field.closest(".wrong") && field.contains(event.target),
  );
  if (again) say(again, again.dataset.name ?? again.name, wrongAt(again));
  clearTimeout(waiting);
  waiting = setTimeout(keep, KEEP_AFTER_MS);
});

async function keep() {
  const sent = new FormData(form);
  for (const name of ["card", "card_photo"]) sent.delete(name);
  sent.set("step", "keep");
  const told = form.querySelector("[data-kept]");
  try {
    const answer = await fetch(form.action, { method: "POST", body: sent, redirect: "error" });
    told.hidden = !answer.ok;
  } catch {
    told.hidden = true;
  }
}
