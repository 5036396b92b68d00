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
  function unpacked(id) {
    var text = atob(document.getElementById(id).textContent);
    var bytes = new Uint8Array(text.length);
    for (var at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  }
  function start(script) {
    var element = document.createElement("script");
    // Its hash stands in the page's policy.
    element.textContent = script;
    document.body.appendChild(element);
    if (!window.hegao) outdated();
  }
  try {
    if (!window.HTMLDialogElement || !window.WebAssembly) outdated();
    else unpacked("page").text().then(start)["catch"](outdated);
  } catch (error) {
    outdated();
  }
})();
