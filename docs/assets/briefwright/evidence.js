/* The sentence behind a citation, on hover and on keyboard focus. The sentences of an article come
   as a script beside its evidence page (`articles/<id>.js`), for a page on disk can't fetch data.
   WCAG 2.2, 1.4.13: Escape closes it, the pointer may move onto it, it stays until the reader
   leaves. A finger gets no popup: its tap opens the evidence page. */
(function () {
  "use strict";

  var CITATION = "a.bw-ev[data-fact]";
  var OPENS = 120;
  var CLOSES = 260;
  var EDGE = 8;
  var tip = null;
  var cited = null;
  var timer = 0;
  var asked = {};

  /* The article's id: the last part of the evidence page's address, a file or a folder. */
  function article(link) {
    var path = link.pathname.replace(/\/$/, "").replace(/\.html$/, "");
    return { path: path, id: decodeURIComponent(path.slice(path.lastIndexOf("/") + 1)) };
  }

  /* Calls `then` with the article's sentences, at once when they are there. */
  function sentences(link, then) {
    var from = article(link);
    var known = window.bwEvidence && window.bwEvidence[from.id];
    if (known) return then(known);
    if (asked[from.path]) return asked[from.path].push(then);
    asked[from.path] = [then];
    var script = document.createElement("script");
    script.src = link.href.split("#")[0].split("?")[0].replace(/(?:\.html|\/)$/, "") + ".js";
    script.onload = function () {
      var found = window.bwEvidence && window.bwEvidence[from.id];
      var waiting = asked[from.path];
      delete asked[from.path];
      if (found) waiting.forEach(function (one) { one(found); });
    };
    document.head.appendChild(script);
  }

  function element(name, kind, text) {
    var made = document.createElement(name);
    if (kind) made.className = kind;
    if (text) made.textContent = text;
    return made;
  }

  /* One sentence with the fact's words marked: [number, start, end, start, end, ...]. */
  function sentence(text, places) {
    var line = element("span");
    var at = 0;
    for (var n = 1; n + 1 < places.length; n += 2) {
      line.append(text.slice(at, places[n]));
      line.append(element("mark", "", text.slice(places[n], places[n + 1])));
      at = places[n + 1];
    }
    line.append(text.slice(at));
    return line;
  }

  function fill(link, found) {
    var facts = found.facts[decodeURIComponent(link.hash.slice(1))];
    var words = element("p", "bw-tip-words");
    if (!facts) words.append("These words are not published here.");
    (facts || []).forEach(function (places, index) {
      if (index) words.append(facts[index - 1][0] + 1 === places[0] ? " " : " […] ");
      words.append(sentence(found.sentences[places[0]], places));
    });
    var place = element("p", "bw-tip-place", found.title + ", " + link.textContent.trim());
    tip.replaceChildren(place, words);
  }

  function make() {
    tip = element("div", "bw-tip");
    tip.id = "bw-tip";
    tip.setAttribute("role", "tooltip");
    tip.hidden = true;
    tip.addEventListener("pointerenter", function () { clearTimeout(timer); });
    tip.addEventListener("pointerleave", leave);
    (document.querySelector("main") || document.body).appendChild(tip);
  }

  /* Below the citation, or above where there is more room; never outside the window. */
  function put() {
    if (!cited || tip.hidden) return;
    var box = cited.getBoundingClientRect();
    var width = document.documentElement.clientWidth;
    var height = window.innerHeight;
    if (box.bottom < 0 || box.top > height) return close();
    var below = height - box.bottom - EDGE;
    var above = box.top - EDGE;
    var under = below >= tip.scrollHeight + EDGE || below >= above;
    tip.style.maxHeight = Math.max(under ? below : above, 80) - EDGE + "px";
    var left = Math.max(EDGE, Math.min(box.left, width - tip.offsetWidth - EDGE));
    tip.style.left = left + "px";
    tip.style.top = (under ? box.bottom + 4 : box.top - tip.offsetHeight - 4) + "px";
  }

  function open(link) {
    clearTimeout(timer);
    if (cited === link) return;
    close();
    cited = link;
    sentences(link, function (found) {
      if (cited !== link) return;
      fill(link, found);
      tip.hidden = false;
      tip.style.maxHeight = "";
      link.setAttribute("aria-describedby", tip.id);
      put();
    });
  }

  function close() {
    clearTimeout(timer);
    if (cited) cited.removeAttribute("aria-describedby");
    cited = null;
    tip.hidden = true;
  }

  /* Closes unless the pointer reaches the popup or the reader's focus is on the citation. */
  function leave() {
    clearTimeout(timer);
    timer = setTimeout(function () {
      if (cited !== document.activeElement || !cited.matches(":focus-visible")) close();
    }, CLOSES);
  }

  function over(event) {
    if (event.pointerType === "touch") return;
    var link = event.target.closest && event.target.closest(CITATION);
    if (!link) return;
    clearTimeout(timer);
    if (link !== cited) timer = setTimeout(open, OPENS, link);
  }

  function out(event) {
    var link = event.target.closest && event.target.closest(CITATION);
    if (link && !link.contains(event.relatedTarget)) leave();
  }

  function focus(event) {
    var link = event.target.closest(CITATION);
    if (link && link.matches(":focus-visible")) open(link);
    else if (cited && !tip.contains(event.target)) close();
  }

  make();
  document.addEventListener("pointerover", over);
  document.addEventListener("pointerout", out);
  document.addEventListener("focusin", focus);
  document.addEventListener("focusout", function (event) {
    if (event.target === cited && !tip.matches(":hover")) close();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && cited) close();
  });
  window.addEventListener("scroll", put, { passive: true, capture: true });
  window.addEventListener("resize", put);
  window.addEventListener("pagehide", close);

  /* A screen reader reads the description when the focus arrives, so that of a brief, which cites
     few articles, has to be there by then. */
  var pages = {};
  document.querySelectorAll(CITATION).forEach(function (link) {
    pages[link.pathname] = link;
  });
  var few = Object.values(pages);
  if (few.length <= 8) few.forEach(function (link) { sentences(link, function () {}); });
})();
