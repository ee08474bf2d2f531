/* On an open page: lets every element feel what a reader may do, then tells what is on the page. */
async function () {
  "use strict";
  const COMMON = ["click", "mouseover", "mouseenter", "pointerover", "focus", "blur", "load", "error",
    "toggle", "animationstart", "animationend", "transitionend", "input", "submit"];
  /* The theme's own search and switches would rebuild the page. */
  const THEIRS = ".md-search, .md-search *, .md-header__option, .md-header__option *, input, " +
    "label[for=__search], .md-overlay, script, style, link, meta";
  const LINKS = ["href", "src", "xlink:href", "action", "formaction", "data", "poster", "srcdoc",
    "background", "ping", "srcset", "cite", "longdesc", "manifest", "style"];
  window.addEventListener("click", (event) => event.preventDefault(), true);
  window.addEventListener("submit", (event) => event.preventDefault(), true);
  for (const element of document.querySelectorAll("*")) {
    if (element.matches(THEIRS)) continue;
    const handled = element.getAttributeNames().filter((name) => /^on./i.test(name));
    const names = new Set([...COMMON, ...handled.map((name) => name.slice(2))]);
    for (const name of names) element.dispatchEvent(new Event(name, { cancelable: true }));
  }
  await new Promise((done) => setTimeout(done, 0));

  /* The site's own scripts load more of the site's own scripts by their full address. */
  const own = location.href.slice(0, location.href.lastIndexOf("/site/") + "/site/".length);
  const ours = (node, value) => node.localName === "script" && value.startsWith(own);
  const shapes = new Set();
  const links = new Set();
  const walk = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_COMMENT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    if (node.nodeType === Node.COMMENT_NODE) { shapes.add("comment"); continue; }
    shapes.add(node.localName);
    for (const name of node.getAttributeNames()) shapes.add(node.localName + " " + name);
    for (const name of LINKS) {
      const value = node.getAttribute(name);
      if (value && !ours(node, value) &&
          /^[\s\u0000-\u001f]*(javascript|data|vbscript|file|blob):/i.test(value)) {
        links.add(node.localName + " " + name + "=" + value.slice(0, 80));
      }
    }
  }

  /* The page's words without the numbers of notes and the signs of permanent links. */
  const bare = document.documentElement.cloneNode(true);
  bare.querySelectorAll(".headerlink, .bw-back, .bw-notes, script").forEach((e) => e.remove());
  const text = (e) => (e ? e.textContent : null);
  /* A claim's words, and what stands behind the link to their evidence. */
  const beside = (after) => (e) => {
    const range = document.createRange();
    const link = e.querySelector("a.bw-ev");
    range.selectNodeContents(e);
    if (after) range.setStartAfter(link); else range.setEndBefore(link);
    return range.toString();
  };
  const each = (selector, key, value) => Object.fromEntries(
    [...bare.querySelectorAll(selector)].map((e) => [key(e), value(e)]));
  return {
    ran: window.__ran,
    shapes: [...shapes],
    links: [...links],
    title: document.title,
    description: bare.querySelector("meta[name=description]")?.content ?? "",
    h1: text(bare.querySelector("h1")),
    main: text(bare.querySelector("article")),
    header: [...bare.querySelectorAll(".bw-header li")].map(text),
    address: bare.querySelector(".bw-header a[href^=http]")?.getAttribute("href") ?? null,
    quotes: each("h3[id] + blockquote", (e) => e.previousElementSibling.id, beside(false)),
    notes: each("h3[id] + blockquote", (e) => e.previousElementSibling.id, beside(true)),
    names: each(".bw-people .bw-ev[id]", (e) => e.id, (e) => text(e.closest("li"))),
    judgments: each(".bw-judgments li", (e) => e.querySelector(".bw-ev").dataset.fact, text),
  };
}
