/* What the style sheet and the theme can't do; without JavaScript every page reads the same. */
(function () {
  "use strict";

  var folder = document.currentScript.src.replace(/[^/]*$/, "");

  /* The parts that only some pages need. */
  function parts() {
    [
      ["evidence.js", "a.bw-ev[data-fact]"],
      ["filters.js", "th[data-filter]"],
    ].forEach(function (part) {
      if (!document.querySelector(part[1])) return;
      var script = document.createElement("script");
      script.src = folder + part[0];
      document.head.appendChild(script);
    });
  }

  /* A fact may stand in several places of a text; a link leads to the first. This lights the
     others (the first is lit by the style sheet). */
  function light() {
    document.querySelectorAll("mark.bw-lit").forEach(function (mark) {
      mark.classList.remove("bw-lit");
    });
    var id = decodeURIComponent(location.hash.slice(1));
    if (!id) return;
    document.querySelectorAll("mark[data-fact]").forEach(function (mark) {
      if (mark.dataset.fact === id) mark.classList.add("bw-lit");
    });
  }

  /* The theme's search is a dialog without a name (axe: aria-dialog-name). */
  function name() {
    var search = document.querySelector(".md-search[role=dialog]");
    if (search) search.setAttribute("aria-label", "Search");
  }

  window.addEventListener("hashchange", light);
  document.addEventListener("DOMContentLoaded", light);
  document.addEventListener("DOMContentLoaded", name);
  document.addEventListener("DOMContentLoaded", parts);
})();
