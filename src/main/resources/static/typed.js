/*
 * What was typed survives the end of the connection: a form is noted when it is sent, in this tab only and for this account only. If the
 * answer is the sign-in page or a problem, the note comes back into the form for the same person; anybody else's sign-in destroys it.
 */
(() => {
  const NOTE = 'forment-typed';
  const PAGES = 'forment-pages';
  const account = document.body.dataset.account;
  const here = location.pathname + location.search;

  const read = (key, otherwise) => JSON.parse(sessionStorage.getItem(key)) ?? otherwise;
  const write = (key, value) => sessionStorage.setItem(key, JSON.stringify(value));
  const forget = () => sessionStorage.removeItem(NOTE);
  const actionOf = form => new URL(form.getAttribute('action') || here, location.href).pathname;
  const typedIn = form => [...form.elements].filter(field => field.name && field.type !== 'hidden' && field.type !== 'password' && field.type !== 'file'
    && field.matches('input, select, textarea'));
  const valueOf = field => field.type === 'checkbox' || field.type === 'radio' ? field.checked
    : field.multiple ? [...field.selectedOptions].map(option => option.value) : field.value;

  function put(field, value) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = value;
    } else if (field.multiple) {
      [...field.options].forEach(option => { option.selected = value.includes(option.value); });
    } else {
      field.value = value;
    }
    field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** A refused form is drawn again under the address it was sent to: the page to come back to is the one before. */
  function note(form) {
    const fields = typedIn(form);
    if (!account || form.method !== 'post' || fields.length === 0) {
      return;
    }
    const action = actionOf(form);
    const pages = read(PAGES, {});
    pages[action] = here === action && pages[action] ? pages[action] : here;
    write(PAGES, pages);
    write(NOTE, { account, action, page: pages[action], title: document.querySelector('h1')?.textContent ?? document.title,
      fields: fields.map(field => ({ name: field.name, value: field.value, said: valueOf(field) })) });
  }

  function tell(...parts) {
    const told = document.createElement('p');
    told.className = 'notice';
    told.setAttribute('role', 'status');
    told.append(...parts);
    document.getElementById('contenu').prepend(told);
    return told;
  }

  function bringBack(noted) {
    const form = [...document.forms].find(each => each.method === 'post' && actionOf(each) === noted.action && typedIn(each).length > 0);
    if (!form) {
      return;
    }
    for (let around = form.closest('details'); around; around = around.parentElement.closest('details')) {
      around.open = true; // what comes back has to be seen
    }
    const left = typedIn(form);
    noted.fields.forEach(({ name, value, said }) => {
      const at = left.findIndex(field => field.name === name && (typeof said !== 'boolean' || field.value === value));
      if (at >= 0) {
        put(left.splice(at, 1)[0], said);
      }
    });
    tell('Ce que vous aviez saisi est revenu. Vérifiez, puis envoyez.');
  }

  function offer(noted) {
    const link = document.createElement('a');
    const drop = document.createElement('button');
    link.href = noted.page;
    link.textContent = 'Reprendre ma saisie';
    drop.type = 'button';
    drop.className = 'second';
    drop.textContent = 'L’abandonner';
    const told = tell(`Votre saisie dans « ${noted.title} » n’a pas été enregistrée. Rien n’est perdu : `, link, ' ', drop);
    drop.addEventListener('click', () => { forget(); told.remove(); });
  }

  function look() {
    const noted = read(NOTE, null);
    if (!noted) {
      return;
    }
    const failed = document.querySelector('main[data-failed]') !== null;
    if (!account || failed) {
      noted.lost = true;
      write(NOTE, noted);
    }
    if (!account) {
      return;
    }
    if (noted.account !== account || !noted.lost) {
      forget();
    } else if (noted.page === here && !failed) {
      forget();
      bringBack(noted);
    } else {
      offer(noted);
    }
  }

  document.addEventListener('submit', event => note(event.target));
  look();
})();
