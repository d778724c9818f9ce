/*
 * French dates for the date pickers of the web applications themselves (AMD module, AngularJS module
 * "forment.calendar"): they read AngularJS's $locale, which the labels of locales/fr.json do not reach.
 */
define(['angular'], function (angular) {
  'use strict';

  var MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre',
    'novembre', 'décembre'];
  var SHORT_MONTHS = ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'];
  var DAYS = ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'];
  var SHORT_DAYS = ['dim.', 'lun.', 'mar.', 'mer.', 'jeu.', 'ven.', 'sam.'];

  var calendar = angular.module('forment.calendar', []);

  calendar.config(['$provide', function ($provide) {
    $provide.decorator('$locale', ['$delegate', function (locale) {
      locale.id = 'fr-fr';
      angular.extend(locale.DATETIME_FORMATS, {
        MONTH: MONTHS,
        STANDALONEMONTH: MONTHS,
        SHORTMONTH: SHORT_MONTHS,
        DAY: DAYS,
        SHORTDAY: SHORT_DAYS,
        FIRSTDAYOFWEEK: 0, // AngularJS counts from Monday
        fullDate: 'EEEE d MMMM y',
        longDate: 'd MMMM y',
        medium: 'd MMM y HH:mm:ss',
        mediumDate: 'd MMM y',
        mediumTime: 'HH:mm:ss',
        short: 'dd/MM/y HH:mm',
        shortDate: 'dd/MM/y',
        shortTime: 'HH:mm'
      });
      locale.NUMBER_FORMATS.DECIMAL_SEP = ',';
      locale.NUMBER_FORMATS.GROUP_SEP = '\u202f';
      return locale;
    }]);
  }]);

  return calendar;
});
