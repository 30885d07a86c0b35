/* Comfort only: every page works without it. */
"use strict";

/* A form that is on its way is not sent twice. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || form.hasAttribute("hx-post")) return;
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "yes";
  setTimeout(() => { delete form.dataset.sent; }, 10000);
});
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
});

/* A menu closes on Escape and on a click beside it. */
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.court-menu[open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
}
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const menu = document.querySelector("details.court-menu[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

/* On a narrow screen the pages of a case stand behind one line, so that what was asked for comes first. */
const narrow = window.matchMedia("(max-width: 61.99rem)");
function foldSide() {
  for (const menu of document.querySelectorAll("details.court-side-menu")) menu.open = !narrow.matches;
}
foldSide();
narrow.addEventListener("change", foldSide);

/* After a failed submission the list of what is wrong is read first. */
document.querySelector(".court-errors")?.focus();

/* "Print" buttons. */
document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) window.print();
});
