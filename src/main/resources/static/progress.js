// Moves the progress bar of a page that waits for work in the background, and shows the page again once the work is over.
(() => {
  const bar = document.querySelector('progress[data-advance]');
  if (!bar) {
    return;
  }
  const said = document.getElementById('avancement');
  const ask = async () => {
    try {
      const answer = await fetch(bar.dataset.advance, { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        return;
      }
      const advance = await answer.json();
      if (!advance.busy) {
        location.reload();
        return;
      }
      bar.max = Math.max(advance.total, 1);
      bar.value = advance.done;
      said.textContent = Math.floor(100 * advance.done / bar.max) + ' %';
    } catch (unreachable) {
      // the next question may find the server again
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 500);
})();
