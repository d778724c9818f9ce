// Reads the parts of a page again that show work in the background, and shows the whole page again once the work is over.
(() => {
  const live = document.querySelector('[data-live]');
  if (!live) {
    return;
  }
  const pause = Number(live.dataset.every) || 1000;
  const show = (fresh) => {
    fresh.querySelectorAll('[data-part]').forEach((part) => {
      const there = live.querySelector('[data-part="' + part.dataset.part + '"]');
      if (!there) {
        live.append(part);
      } else if (there.dataset.shown !== part.outerHTML) {
        const text = part.outerHTML;
        const open = there.querySelector('details[open]') !== null;
        const focused = there.contains(document.activeElement) ? document.activeElement.tagName : null;
        there.replaceWith(part);
        part.dataset.shown = text;
        part.querySelectorAll('details').forEach((each) => { each.open = open; });
        if (focused) {
          part.querySelector(focused)?.focus();
        }
      }
    });
  };
  const ask = async () => {
    try {
      const answer = await fetch(live.dataset.live, { headers: { Accept: 'text/html' } });
      if (answer.ok && !answer.redirected) {
        const fresh = document.createElement('template');
        fresh.innerHTML = await answer.text();
        if (!fresh.content.querySelector('[data-busy="true"]')) {
          location.reload();
          return;
        }
        show(fresh.content);
      }
    } catch (unreachable) {
      // the next question may find the server again
    }
    setTimeout(ask, pause);
  };
  setTimeout(ask, pause);
})();
