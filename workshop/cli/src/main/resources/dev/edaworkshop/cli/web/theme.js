// Before anything is drawn, so that a dark page does not begin with a white flash. Empty means: as the system has it.
"use strict";
(() => {
  let theme = "";
  try {
    theme = JSON.parse(localStorage.getItem("workshop.theme") ?? "\"\"");
  } catch {
    // Without storage the system decides.
  }
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
})();
