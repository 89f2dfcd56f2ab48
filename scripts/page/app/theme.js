// Light, dark, or as the system has it.

/** Draw the switch. The choice holds for this visit. */
function drawTheme() {
  const select = h("select", { id: "theme-choice", onchange: () => { document.documentElement.dataset.theme = select.value; dispatchEvent(new Event("themechange")); } },
    ...[["", "system"], ["light", "light"], ["dark", "dark"]].map(option));
  document.getElementById("theme").append(h("label", { for: "theme-choice" }, "Colours "), select);
}

/** Whether the page is dark now. */
function isDark() {
  const chosenTheme = document.documentElement.dataset.theme;
  return chosenTheme ? chosenTheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
