/*
 * Names for the buttons and links that are only a picture, so that a screen reader can say them (ES module).
 */
const NAMES = {
  '.app-switch > .dropdown-toggle': 'Changer d’application',
  '.region-toggle[data-region="filters"]': 'Replier ou déplier les filtres',
  '.region-toggle[data-region="list"]': 'Replier ou déplier la liste des tâches',
  '.region-toggle[data-region="task"]': 'Replier ou déplier la tâche',
  'button.maximize': 'Agrandir la tâche',
  'button.reset-regions': 'Revenir aux trois colonnes',
  '[cam-widget-search] button.dropdown-toggle': 'Recherches enregistrées',
  '.new-sort > .dropdown-toggle': 'Ajouter un tri',
  'a.glyphicon[href]:not([uib-tooltip])': 'Montrer ou cacher le détail de la tâche',
  'a.instance-link': 'Voir le dossier dans Cockpit',
  '.cockpit-app > .app-label-wrapper': 'Cockpit',
  '.tasklist-app > .app-label-wrapper': 'Tâches',
  '.admin-app > .app-label-wrapper': 'Administration'
};

const TOOLTIP = 'uib-tooltip';

function nameAll() {
  for (const [selector, name] of Object.entries(NAMES)) {
    document.querySelectorAll(`${selector}:not([aria-label])`).forEach(control => control.setAttribute('aria-label', name));
  }
  document.querySelectorAll(`a[href][${TOOLTIP}], button[${TOOLTIP}]`).forEach(nameByTooltip);
  // It opens a list and says so, which a plain text field may not.
  document.querySelectorAll('input[aria-expanded]:not([role])').forEach(field => field.setAttribute('role', 'combobox'));
}

function nameByTooltip(control) {
  const tooltip = control.getAttribute(TOOLTIP);
  const ready = tooltip && !tooltip.includes('{{');
  if (ready && control.textContent.trim() === '' && control.getAttribute('aria-label') !== tooltip) {
    control.setAttribute('aria-label', tooltip);
  }
}

/** Names what is there and whatever is drawn later, at most once per frame. */
export function nameControls() {
  let planned = false;
  new MutationObserver(() => {
    if (!planned) {
      planned = true;
      requestAnimationFrame(() => {
        planned = false;
        nameAll();
      });
    }
  }).observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter: [TOOLTIP, 'aria-expanded'] });
}
