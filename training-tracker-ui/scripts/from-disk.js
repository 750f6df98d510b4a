// For a page opened from disk (file:), which can load no modules and ask no server: goes on to the running tracker, or says
// how to start it. A classic script, since those are loaded from disk too; on a served page it does nothing.
(function () {
  'use strict';
  if (location.protocol !== 'file:') return;
  var HOME = 'http://127.0.0.1:8080/';
  var LOOK_EVERY_MS = 2000;

  // A picture may be asked for across origins, and tells whether anybody answers, but nothing else.
  function look() {
    var picture = new Image();
    picture.onload = function () {
      location.replace(HOME);
    };
    picture.onerror = function () {
      var state = document.getElementById('from-disk-state');
      if (state) state.textContent = 'It does not answer yet; this page goes there as soon as it does.';
      setTimeout(look, LOOK_EVERY_MS);
    };
    picture.src = HOME + 'favicon.svg?' + String(Date.now());
  }

  document.addEventListener('DOMContentLoaded', function () {
    document.body.style.cssText =
      'max-width: 36rem; margin: 15vh auto; padding: 0 1rem; font: 16px/1.5 system-ui, sans-serif';
    look();
  });
})();
