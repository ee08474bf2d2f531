/* A fact may stand in several places of a text; a link leads to the first. This lights the others.
   Without JavaScript the first one is lit by the style sheet alone. */
(function () {
  "use strict";

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

  window.addEventListener("hashchange", light);
  document.addEventListener("DOMContentLoaded", light);
})();
