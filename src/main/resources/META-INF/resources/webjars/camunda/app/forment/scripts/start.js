/*
 * What must be done before a Camunda web application starts (ES module, awaited by each config.js).
 */
import { nameControls } from './names.js';

const STORE = 'camunda-web';

export async function prepare() {
  waitForSlowMachines();
  nameControls();
  await storeLabels().catch(console.error);
}

/** RequireJS gives up on a part of the application after 7 seconds, and leaves the page blank; zero means never. */
function waitForSlowMachines() {
  window.require.config({ waitSeconds: 0 });
}

/**
 * Puts the French labels where the application looks for them first. Otherwise a first visit may show raw keys such as
 * CREATION_DATE, and a visit after an upgrade of FormENT the labels of the former release: the application draws from
 * its copy in the browser and only then fetches the file.
 */
async function storeLabels() {
  const base = document.querySelector('base');
  const folder = `${base.getAttribute('app-root')}/app/${base.getAttribute('app-name')}/locales/`;
  const answer = await fetch(`${folder}fr.json?bust=${window.bust}`, { cache: 'no-cache' });
  if (!answer.ok) {
    throw new Error(`${answer.url}: ${answer.status}`);
  }
  const store = JSON.parse(localStorage.getItem(STORE) || '{}');
  store[`${folder}_locales_data_fr_${window.bust}`] = JSON.stringify(await answer.json());
  localStorage.setItem(STORE, JSON.stringify(store));
}
