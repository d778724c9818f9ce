import { prepare } from '../../forment/scripts/start.js';

await prepare();

export default {
  // The header and the window title read "<vendor> <name>".
  app: { vendor: 'FormENT', name: 'Tâches' },
  // One locale only: with a second one dates come out in either language, whichever loads last.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/form-dates', 'scripts/form-texts', 'scripts/form-keyboards'],
  requireJsConfig: {
    ngDeps: ['ui.bootstrap', 'forment.house', 'forment.calendar', 'forment.forms', 'forment.changes', 'forment.taking', 'forment.drafts', 'forment.filters',
      'forment.places'],
    deps: ['forment-house', 'forment-calendar', 'forment-forms', 'forment-changes', 'forment-taking', 'forment-drafts', 'forment-filters', 'forment-places'],
    paths: {
      'forment-house': '../forment/scripts/house',
      'forment-calendar': '../forment/scripts/calendar',
      'forment-form-js': 'scripts/form-js',
      'forment-forms': 'scripts/forms',
      'forment-problems': 'scripts/problems',
      'forment-changes': 'scripts/changes',
      'forment-taking': 'scripts/taking',
      'forment-drafts': 'scripts/drafts',
      'forment-draft-store': 'scripts/draft-store',
      'forment-filters': 'scripts/filters',
      'forment-places': 'scripts/places'
    }
  },
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'prendre en charge la tâche choisie' },
    focusFilter: { key: 'ctrl+shift+f', description: 'aller au premier filtre' },
    focusList: { key: 'ctrl+alt+l', description: 'aller à la première tâche de la liste' },
    focusForm: { key: 'ctrl+alt+f', description: 'aller au premier champ du formulaire' },
    startProcess: { key: 'ctrl+alt+p', description: 'commencer une démarche' }
  }
};
