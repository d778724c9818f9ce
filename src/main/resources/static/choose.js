/* A long list is searched by a few letters: a field stands before it, and the list shows what holds them. Without script the list is whole. */
(() => {
  const LONG = 12;
  const plain = text => text.normalize('NFD').replace(/\p{Diacritic}/gu, '').toLowerCase();

  for (const select of document.querySelectorAll('select[data-search]')) {
    if (select.options.length <= LONG) {
      continue;
    }
    const whole = [...select.children].map(child => child.cloneNode(true));
    const field = document.createElement('input');
    const label = select.labels[0]?.textContent ?? '';
    field.type = 'search';
    field.autocomplete = 'off';
    field.placeholder = 'Chercher un nom';
    field.setAttribute('aria-label', `Chercher dans la liste : ${label}`);
    field.addEventListener('input', () => {
      const chosen = select.value;
      const wanted = plain(field.value.trim());
      const keeps = option => option.value === '' || option.value === chosen || plain(option.textContent).includes(wanted);
      select.replaceChildren(...whole.map(child => child.cloneNode(true)));
      for (const option of [...select.options]) {
        if (!keeps(option)) {
          option.remove();
        }
      }
      [...select.querySelectorAll('optgroup')].filter(group => group.children.length === 0).forEach(group => group.remove());
      select.value = chosen;
    });
    select.before(field);
  }
})();
