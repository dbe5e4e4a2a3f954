/** Without this file the words can be selected and copied by hand; with it there is a button. */
document.documentElement.classList.add("copies");

document.addEventListener("click", async ({ target }) => {
  const button = target instanceof Element ? target.closest("button.copy") : null;
  if (button === null) return;
  const words = document.getElementById(button.dataset.copies);
  const isCopied = await copy(words);
  button.textContent = isCopied ? "已复制" : "请长按文字复制";
});

/** Browsers refuse the clipboard to pages without https; an old way is left then. */
async function copy(words) {
  try {
    await navigator.clipboard.writeText(words.textContent);
    return true;
  } catch {
    getSelection()?.selectAllChildren(words);
    return document.execCommand("copy");
  }
}
