/* Runs in every frame before the page does: whatever a hostile text would call is noted. */
(function () {
  "use strict";
  var ran = (window.__ran = []);

  function note(name) {
    return function () {
      ran.push(name + "(" + Array.from(arguments).map(String).join(", ").slice(0, 80) + ")");
    };
  }

  ["alert", "confirm", "prompt", "print", "open", "execScript", "importScripts"]
    .forEach(function (name) { window[name] = note(name); });
  window.Function = new Proxy(Function, { apply: note("Function"), construct: function (_, given) {
    note("new Function").apply(null, given);
    return function () {};
  } });

  /* The browser's driver evaluates by this as well; what it asks begins with its own mark. */
  var evaluate = window.eval;
  window.eval = function (code) {
    return String(code).startsWith("(async function ()") ? evaluate(code) : note("eval")(code);
  };
  ["write", "writeln", "execCommand"].forEach(function (name) { document[name] = note(name); });
  navigator.sendBeacon = note("sendBeacon");

  /* A text that is code: `setTimeout("alert(1)")`. */
  ["setTimeout", "setInterval"].forEach(function (name) {
    var real = window[name];
    window[name] = function (what) {
      if (typeof what === "string") return note(name)(what);
      return real.apply(window, arguments);
    };
  });

  window.addEventListener("securitypolicyviolation", function (event) {
    ran.push("blocked " + event.violatedDirective + " " + event.blockedURI);
  }, true);
})();
