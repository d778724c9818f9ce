import { prepare } from '../../forment/scripts/start.js';

await prepare();

export default {
  // The header and the window title read "<vendor> <name>".
  app: { vendor: 'FormENT', name: 'Tâches' },
  // One locale only: with a second one dates come out in either language, whichever loads last.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  customScripts: ['scripts/form-dates', 'scripts/form-texts'],
  requireJsConfig: {
    ngDeps: ['ui.bootstrap', 'forment.house', 'forment.calendar', 'forment.forms', 'forment.drafts', 'forment.filters'],
    deps: ['forment-house', 'forment-calendar', 'forment-forms', 'forment-drafts', 'forment-filters'],
    paths: {
      'forment-house': '../forment/scripts/house',
      'forment-calendar': '../forment/scripts/calendar',
      'forment-forms': 'scripts/forms',
      'forment-drafts': 'scripts/drafts',
      'forment-draft-store': 'scripts/draft-store',
      'forment-filters': 'scripts/filters'
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
