/* Filters for tables whose heads ask for them: `data-filter` is `choice` (one of the column's
   values) or `days` (cells hold `data-from` and `data-to`). All controls are made here, so that a
   page without scripts is a plain table. The state stands in the address after `#`, to be shared. */
(function () {
  "use strict";

  var DELAY = 120;
  /* From here on the lines are laid out one by one, as they come into view. */
  var MANY = 200;

  function element(name, attributes, text) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) {
      made.setAttribute(key, attributes[key]);
    });
    if (text) made.textContent = text;
    return made;
  }

  function words(node) {
    return node.textContent.replace(/\s+/g, " ").trim();
  }

  /* What a cell stands for: its strong words, where it has any, or else all of them. */
  function value(cell) {
    return words(cell.querySelector("strong") || cell);
  }

  var fields = 0;

  function field(form, label, control) {
    var line = element("div");
    fields += 1;
    control.id = "bw-filter-" + fields;
    line.append(element("label", { for: control.id }, label), control);
    form.append(line);
    return control;
  }

  /* A list of a column's values with how many lines have each. */
  function choice(form, rows, column, label) {
    var counts = new Map();
    var values = rows.map(function (row) {
      var found = value(row.cells[column]);
      counts.set(found, (counts.get(found) || 0) + 1);
      return found;
    });
    var list = element("select", { name: label.toLowerCase().replace(/\s+/g, "-") });
    list.append(element("option", { value: "" }, "All"));
    Array.from(counts.keys()).sort(new Intl.Collator("en").compare).forEach(function (one) {
      list.append(element("option", { value: one }, one + " (" + counts.get(one) + ")"));
    });
    field(form, label, list);
    return function () {
      var wanted = list.value;
      return wanted && function (row) { return values[row] === wanted; };
    };
  }

  /* A first and a last day; a line stays when its days meet those between them. */
  function days(form, rows, column, label) {
    var spans = rows.map(function (row) {
      var found = row.cells[column].querySelector("[data-from]");
      return found && [found.dataset.from, found.dataset.to];
    });
    if (!spans.some(Boolean)) return null;
    var ends = ["from", "to"].map(function (end) {
      return field(form, label + " " + end, element("input", { type: "date", name: end }));
    });
    return function () {
      var first = ends[0].value;
      var last = ends[1].value;
      return (first || last) && function (row) {
        var span = spans[row];
        return span && (!first || span[1] >= first) && (!last || span[0] <= last);
      };
    };
  }

  function search(form, rows) {
    var box = field(form, "Words", element("input", { type: "search", name: "words" }));
    var texts = null;
    return function () {
      var wanted = box.value.toLowerCase().split(/\s+/).filter(Boolean);
      if (!wanted.length) return null;
      texts = texts || rows.map(function (row) { return words(row).toLowerCase(); });
      return function (row) {
        return wanted.every(function (word) { return texts[row].includes(word); });
      };
    };
  }

  /* Lines of their own (`bw-many`) are laid out ten times as fast as a table's, but some browsers
     then take the table for none, so that each part says what it is. */
  function loosen(table, block) {
    block.classList.add("bw-many");
    table.setAttribute("role", "table");
    [
      ["thead, tbody", "rowgroup"],
      ["tr", "row"],
      ["th", "columnheader"],
      ["td", "cell"],
    ].forEach(function (pair) {
      table.querySelectorAll(pair[0]).forEach(function (part) {
        part.setAttribute("role", pair[1]);
      });
    });
  }

  function set(table) {
    var rows = Array.from(table.tBodies[0] ? table.tBodies[0].rows : []);
    if (rows.length < 2) return;
    var form = element("form", { class: "bw-filters", "aria-label": "Filter the table" });
    var kinds = { choice: choice, days: days };
    var filters = [search(form, rows)];
    Array.from(table.tHead.rows[0].cells).forEach(function (head, column) {
      var make = kinds[head.dataset.filter];
      if (make) filters.push(make(form, rows, column, words(head)));
    });
    filters = filters.filter(Boolean);
    var last = element("p", { class: "bw-filters-end" });
    var said = element("span", { role: "status" });
    last.append(said, element("button", { type: "reset" }, "Reset filters"));
    form.append(last);

    function show() {
      var tests = filters.map(function (filter) { return filter(); }).filter(Boolean);
      var count = 0;
      rows.forEach(function (row, index) {
        var kept = tests.every(function (test) { return test(index); });
        if (kept) count += 1;
        if (row.hidden === kept) row.hidden = !kept;
      });
      said.textContent = count + " of " + rows.length + " shown";
    }

    function keep() {
      var state = new URLSearchParams();
      Array.from(form.elements).forEach(function (control) {
        if (control.name && control.value) state.set(control.name, control.value);
      });
      var hash = state.toString();
      history.replaceState(history.state, "", hash ? "#" + hash : location.pathname + location.search);
    }

    /* A hash without `=` is a place on the page and leaves the filters as they are. */
    function read() {
      if (!location.hash.includes("=")) return;
      var state = new URLSearchParams(location.hash.slice(1));
      Array.from(form.elements).forEach(function (control) {
        if (control.name) control.value = state.get(control.name) || "";
      });
    }

    var timer = 0;
    form.addEventListener("input", function (event) {
      clearTimeout(timer);
      timer = setTimeout(function () { show(); keep(); }, event.target.type === "search" ? DELAY : 0);
    });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () {
      clearTimeout(timer);
      timer = setTimeout(function () { show(); keep(); }, 0);
    });
    window.addEventListener("hashchange", function () { read(); show(); });
    var block = table.closest(".bw-table") || table;
    block.before(form);
    if (rows.length > MANY) loosen(table, block);
    read();
    show();
  }

  var tables = new Set();
  document.querySelectorAll("th[data-filter]").forEach(function (head) {
    tables.add(head.closest("table"));
  });
  tables.forEach(set);
})();
