import { prepare } from '../../forment/scripts/start.js';

await prepare();

export default {
  // The header and the window title read "<vendor> <name>".
  app: { vendor: 'FormENT', name: 'Administration' },
  // One locale only: with a second one dates come out in either language, whichever loads last.
  locales: { availableLocales: ['fr'], fallbackLocale: 'fr' },
  disableWelcomeMessage: true,
  requireJsConfig: {
    ngDeps: ['ui.bootstrap', 'forment.house', 'forment.calendar'],
    deps: ['forment-house', 'forment-calendar'],
    paths: {
      'forment-house': '../forment/scripts/house',
      'forment-calendar': '../forment/scripts/calendar'
    }
  }
};
