/**
 * Decides where the page was opened before anything of Office is loaded, and loads what fits: in Excel the client
 * library and then the pane; in a plain browser the pane alone; in what is too old to run the pane, nothing but the
 * page that says so. ES5 throughout: the webview of Excel 2016 and 2019 can be Internet Explorer 11.
 *
 * `data-place` of the document's element tells the pane where it is: "excel", "no-library" or "browser".
 */
(function () {
  "use strict";

  /** A client library that has not come by then will hardly come at all; blocked addresses often just stay silent. */
  var PATIENCE_IN_MS = 30000;

  var settings = document.getElementById("boot");

  /** What Excel tells an add-in's page of itself, found where the client library looks for it; "" outside Excel. */
  function hostInfo() {
    return fromHost() || fromAddress() || fromWindowName() || fromEarlierPage();
  }

  /** Excel 2013 and the sandboxes of later ones answer through a function of the window. */
  function fromHost() {
    try {
      return String(window.external.GetHostInfo() || "");
    } catch (error) {
      return "";
    }
  }

  function fromAddress() {
    var found = /[?&#]_host_Info=([^&#]*)/i.exec(window.location.search + window.location.hash);
    return found ? found[1] : "";
  }

  function fromWindowName() {
    try {
      return String(JSON.parse(window.name).hostInfo || "");
    } catch (error) {
      return "";
    }
  }

  /**
   * The client library keeps what it once knew for pages of the same window that are opened without it. Excel on the
   * web shows its add-ins in frames only: outside of one, the note is left from another page of this address.
   */
  function fromEarlierPage() {
    try {
      var kept = String(window.sessionStorage.getItem("hostInfoValue") || "");
      return /^[^$|]*[$|]web[$|]/i.test(kept) && window.parent === window ? "" : kept;
    } catch (error) {
      return "";
    }
  }

  /** Functions of 2021; a browser that has them understands all that the pane is written in. */
  function canRunPane() {
    return (
      typeof Object.hasOwn === "function" &&
      typeof Array.prototype.at === "function" &&
      typeof Promise === "function" &&
      typeof Worker === "function"
    );
  }

  function load(address, onEnd) {
    var script = document.createElement("script");
    script.src = address;
    script.onload = function () {
      onEnd(true);
    };
    script.onerror = function () {
      onEnd(false);
    };
    document.head.appendChild(script);
  }

  /** So that the pane comes over the network together with the client library. */
  function fetchAhead(address) {
    var link = document.createElement("link");
    link.rel = "preload";
    link.setAttribute("as", "script");
    link.href = address;
    document.head.appendChild(link);
  }

  /** @param onEnd called once, with whether the library came */
  function loadOffice(onEnd) {
    var ended = false;
    function end(loaded) {
      if (ended) return;
      ended = true;
      window.clearTimeout(timer);
      onEnd(loaded);
    }
    var timer = window.setTimeout(function () {
      end(false);
    }, PATIENCE_IN_MS);
    load(settings.getAttribute("data-office"), end);
  }

  function startPane(place) {
    document.documentElement.setAttribute("data-place", place);
    var scripts = settings.getAttribute("data-pane").split(" ");
    function next() {
      if (scripts.length > 0) load(scripts.shift(), next);
    }
    next();
  }

  /** The pane shows the same when it is Excel, not the browser, that is too old. */
  function showTooOld() {
    document.getElementById("pane").setAttribute("hidden", "");
    document.getElementById("too-old").removeAttribute("hidden");
  }

  /** Where a newer browser finds this page; nothing that belongs to this Excel goes along. */
  function sayAddress() {
    var address = window.location.href.replace(/[?#].*$/, "");
    document.getElementById("too-old-address").appendChild(document.createTextNode(address));
  }

  sayAddress();
  var inExcel = hostInfo() !== "";
  if (!canRunPane()) {
    showTooOld();
    // Excel waits for a word of the library before it believes that the add-in is alive.
    if (inExcel) {
      loadOffice(function (loaded) {
        if (loaded && window.Office && window.Office.onReady) window.Office.onReady();
      });
    }
  } else if (inExcel) {
    fetchAhead(settings.getAttribute("data-pane").split(" ")[0]);
    loadOffice(function (loaded) {
      startPane(loaded ? "excel" : "no-library");
    });
  } else {
    startPane("browser");
  }
})();
