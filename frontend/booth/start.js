// Written for the oldest browser: without the arithmetic, the page says so in a plain sentence.
(function () {
  var able =
    typeof BigInt === "function" && typeof Promise === "function" && typeof Worker === "function" &&
    typeof fetch === "function" && window.crypto && window.crypto.getRandomValues;
  if (!able) {
    document.getElementById("cho").hidden = true;
    document.getElementById("may-cu").hidden = false;
    return;
  }
  var own = document.currentScript;
  var script = document.createElement("script");
  script.integrity = own.getAttribute("data-integrity");
  script.crossOrigin = "anonymous";
  script.src = own.getAttribute("data-page");
  document.head.appendChild(script);
})();
