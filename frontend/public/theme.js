// Sets the colour theme before anything is painted. The same rule lives in src/components/theme/colorMode.ts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('parley.theme');
  } catch {
    // Storage may be forbidden; the system's choice is a good one.
  }
  var dark = choice === 'dark' || (choice !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  var root = document.documentElement;
  root.classList.add(dark ? 'dark' : 'light');
  root.style.colorScheme = dark ? 'dark' : 'light';
})();
