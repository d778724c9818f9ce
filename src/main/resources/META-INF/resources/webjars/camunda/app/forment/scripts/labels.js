/*
 * Puts the French labels where the web application looks for them first, before it starts (ES module, awaited by
 * config.js). Otherwise a first visit may show raw keys such as CREATION_DATE, and a visit after an upgrade of FormENT
 * the labels of the former release: the application draws from its copy in the browser and only then fetches the file.
 */
const STORE = 'camunda-web';

export async function prepareLabels() {
  const base = document.querySelector('base');
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  const answer = await fetch(`${folder}fr.json?bust=${window.bust}`, { cache: 'no-cache' });
  const store = JSON.parse(localStorage.getItem(STORE) || '{}');
  store[`${folder}_locales_data_fr_${window.bust}`] = JSON.stringify(await answer.json());
  localStorage.setItem(STORE, JSON.stringify(store));
}
