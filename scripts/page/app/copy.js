// Buttons that copy a text: an id, an address, a citation.

/** A button that copies `text`, and says so. */
function copyButton(text, words = "Copy") {
  const button = h("button", { type: "button", class: "copy" }, words);
  watchCopy(button, words, () => text);
  return button;
}

/** Once: the buttons of the page itself, each of which names the element whose text it copies. */
function watchCopies() {
  for (const button of document.querySelectorAll("button[data-copy]")) {
    watchCopy(button, button.textContent, () => document.getElementById(button.dataset.copy).textContent);
    button.hidden = false;
  }
}

function watchCopy(button, words, read) {
  button.addEventListener("click", async () => {
    button.textContent = (await copied(read())) ? "Copied" : "Press Ctrl+C to copy";
    setTimeout(() => { button.textContent = words; }, 2000);
  });
}

/** Put a text on the clipboard; where a browser forbids that, the older way by a selection. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const holder = h("textarea", { class: "unseen", "aria-hidden": "true" }, text);
    (document.querySelector("dialog[open]") || document.body).append(holder);
    const back = document.activeElement;
    holder.select();
    const done = document.execCommand("copy");
    holder.remove();
    back?.focus();
    return done;
  }
}
