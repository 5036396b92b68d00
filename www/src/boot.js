// Unpacks the page's script and starts it; a browser that cannot do that says so in one sentence.
//
// Written for every browser that runs scripts at all, so in the language of 2009.

(function () {
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
  // Five signs stand for four bytes (tools/packing.mjs).
  window.unpacked = function (id) {
    var element = document.getElementById(id);
    var text = element.textContent;
    var bytes = new Uint8Array(text.length / 5 * 4);
    for (var from = 0, to = 0; from < text.length; to += 4) {
      var number = 0;
      for (var end = from + 5; from < end; from += 1) {
        var code = text.charCodeAt(from);
        number = number * 85 + code - (code < 60 ? 40 : 41);
      }
      bytes[to] = number >>> 24;
      bytes[to + 1] = number >>> 16;
      bytes[to + 2] = number >>> 8;
      bytes[to + 3] = number;
    }
    var deflated = bytes.subarray(0, Number(element.getAttribute("data-length")));
    return new Response(new Blob([deflated]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  };
  function start(script) {
    var element = document.createElement("script");
    // Its hash stands in the page's policy.
    element.textContent = script;
    document.body.appendChild(element);
    if (!window.hegao) outdated();
  }
  try {
    if (!window.HTMLDialogElement || !window.WebAssembly) outdated();
    else window.unpacked("page").text().then(start)["catch"](outdated);
  } catch (error) {
    outdated();
  }
})();
