// Starts the checker's worker, unpacks the page's styles and its script and starts that; a browser that cannot do so
// says it in one sentence.
//
// Written for every browser that runs scripts at all, so in the language of 2009.

import { joined } from "./joined.js";

(function () {
  // For a worker that does not answer: the page finds out what is the matter.
  var LONGEST_WAIT_MS = 500;
  function outdated() {
    var sentence = document.createElement("p");
    sentence.className = "outdated";
    sentence.appendChild(document.createTextNode(
      "这个浏览器版本过旧，无法运行核稿：请换用 Chrome 或 Edge 109、火狐 115 以上的版本；360、QQ 等浏览器请切换到“极速模式”。" +
      " This browser is too old; use Chrome or Edge 109, Firefox 115 or newer."
    ));
    document.body.innerHTML = "";
    document.body.appendChild(sentence);
  }
  // Two signs stand for thirty-one bits (tools/packing.mjs).
  function unpack(text, length) {
    var bytes = new Uint8Array(length);
    for (var from = 0, to = 0, rest = 0, begun = 0; from < text.length; from += 2) {
      var value = (text.charCodeAt(from) - 8704) * 46341 + text.charCodeAt(from + 1) - 8704;
      // First the byte of which `begun` bits are there. What is written behind the end is let go.
      var left = 23 + begun;
      bytes[to++] = rest << (8 - begun) | value >>> left;
      for (; left >= 8; to += 1) {
        left -= 8;
        bytes[to] = value >>> left;
      }
      rest = value & ((1 << left) - 1);
      begun = left;
    }
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  }
  function carried(id) {
    var element = document.getElementById(id);
    return { text: element.textContent, length: Number(element.getAttribute("data-length")) };
  }
  window.unpacked = function (id) {
    var packed = carried(id);
    return unpack(packed.text, packed.length);
  };
  // For a checker without a worker.
  window.joined = joined;
  // Runs in the worker: makes the checker of what it is sent, and begins when it is told to.
  function work(unpack, joined) {
    var made;
    self.onmessage = function (event) {
      if (event.data) {
        self.postMessage(null);
        made = unpack(event.data.text, event.data.length).arrayBuffer().then(function (streams) {
          wasm_bindgen.initSync({ module: joined(streams) });
        });
      } else {
        made.then(function () {
          wasm_bindgen.serve();
        })["catch"](function (error) {
          // The page hears of errors, but not of broken promises.
          setTimeout(function () {
            throw error;
          });
        });
      }
    };
  }
  // `served` is called when the worker has what it needs.
  window.checkerWorker = function (served) {
    var script = [document.getElementById("glue").textContent, "\n(" + work + ")(" + unpack + "," + joined + ")"];
    var address = URL.createObjectURL(new Blob(script, { type: "text/javascript" }));
    var worker = new Worker(address);
    worker.addEventListener("message", function (event) {
      if (event.data) return;
      event.stopImmediatePropagation();
      URL.revokeObjectURL(address);
      if (served) served();
    });
    worker.postMessage(carried("wasm"));
    return worker;
  };
  function start(texts) {
    var styles = document.createElement("style");
    styles.textContent = texts[0];
    document.head.appendChild(styles);
    var script = document.createElement("script");
    // Its hash stands in the page's policy.
    script.textContent = texts[1];
    document.body.appendChild(script);
    if (!window.hegao) outdated();
  }
  try {
    if (!window.HTMLDialogElement || !window.WebAssembly) outdated();
    else {
      var page;
      var begun = false;
      var begin = function () {
        if (begun) return;
        begun = true;
        page.then(start)["catch"](outdated);
      };
      try {
        // It gets ready while the page does. What it is sent reaches it by way of this thread, which the page's
        // script would keep busy: that waits for it.
        window.firstWorker = window.checkerWorker(begin);
        window.firstWorker.onerror = function () {
          window.firstWorker = null;
          begin();
        };
        setTimeout(begin, LONGEST_WAIT_MS);
      } catch (error) {
        window.firstWorker = null;
      }
      page = Promise.all([window.unpacked("styles").text(), window.unpacked("page").text()]);
      page["catch"](outdated);
      if (!window.firstWorker) begin();
    }
  } catch (error) {
    outdated();
  }
})();
