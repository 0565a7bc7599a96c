(function () {
  "use strict";
  // Follow a link to words: open what hides them, and mark every piece of them, not only the first.
  function follow() {
    document.querySelectorAll("mark.hit").forEach(function (piece) { piece.classList.remove("hit"); });
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) { return; }
    for (var up = target.parentElement; up; up = up.parentElement) {
      if (up.tagName === "DETAILS") { up.open = true; }
    }
    document.querySelectorAll("mark[data-marks]").forEach(function (piece) {
      if (piece.dataset.marks.split(" ").indexOf(id) >= 0) { piece.classList.add("hit"); }
    });
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  }
  // The keyboard stops at marked words only while their layer is shown; Escape puts their note away.
  function stops() {
    var shown = Array.from(document.querySelectorAll(".layers input:checked")).map(function (box) { return box.value; });
    document.querySelectorAll("[data-stops]").forEach(function (words) {
      var on = words.dataset.stops.split(" ").some(function (layer) { return shown.indexOf(layer) >= 0; });
      if (on) { words.tabIndex = 0; } else { words.removeAttribute("tabindex"); }
    });
  }
  document.querySelectorAll(".layers input").forEach(function (box) { box.addEventListener("change", stops); });
  document.addEventListener("keydown", function (event) {
    var at = document.activeElement;
    if (event.key === "Escape" && at && at.dataset.stops) { at.blur(); }
  });
  stops();
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details").forEach(function (part) { part.open = true; });
  });
  follow();
})();
