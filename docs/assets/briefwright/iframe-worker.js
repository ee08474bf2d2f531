/* Search from a folder on disk. Browsers refuse to start a Worker from file://, so the theme's
   search would be dead there. This runs the worker's script in a hidden frame instead and passes
   messages between the two. On the web nothing changes: there the browser's own Worker is used.

   The theme waits for a script whose name holds "iframe-worker" and that puts `IFrameWorker` on
   the window; the package of that name writes its frame as inline script, which the pages' content
   security policy forbids, hence this one. */
(function () {
  "use strict";

  /* The frame's side: what a worker's script expects of its global scope. */
  function prepare(scope) {
    scope.postMessage = function (data) {
      window.dispatchEvent(new MessageEvent("bw-worker", { data: { from: scope, data: data } }));
    };
    scope.importScripts = function () {
      return Array.from(arguments).reduce(function (before, address) {
        return before.then(function () {
          return load(scope, address);
        });
      }, Promise.resolve());
    };
  }

  function load(scope, address) {
    return new Promise(function (done, failed) {
      var script = scope.document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      scope.document.body.appendChild(script);
    });
  }

  class IFrameWorker extends EventTarget {
    constructor(url) {
      super();
      var worker = this;
      this.frame = document.createElement("iframe");
      this.frame.hidden = true;
      this.frame.title = "Search";
      document.body.appendChild(this.frame);
      var scope = this.frame.contentWindow;
      prepare(scope);
      this.listen = function (event) {
        if (event.data.from !== scope) return;
        var message = new MessageEvent("message", { data: event.data.data });
        worker.dispatchEvent(message);
        if (worker.onmessage) worker.onmessage(message);
      };
      window.addEventListener("bw-worker", this.listen);
      this.ready = load(scope, String(url));
      this.ready.catch(function () {
        var failure = new ErrorEvent("error", { message: "can't load " + url });
        worker.dispatchEvent(failure);
        if (worker.onerror) worker.onerror(failure);
      });
    }

    postMessage(data) {
      var scope = this.frame.contentWindow;
      this.ready.then(function () {
        scope.dispatchEvent(new scope.MessageEvent("message", { data: structuredClone(data) }));
      }, function () {});
    }

    terminate() {
      window.removeEventListener("bw-worker", this.listen);
      this.frame.remove();
    }
  }

  window.IFrameWorker = IFrameWorker;
  if (location.protocol === "file:") window.Worker = IFrameWorker;
})();
