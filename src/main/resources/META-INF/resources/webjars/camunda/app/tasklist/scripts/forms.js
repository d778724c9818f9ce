/*
 * Two defects of Camunda Forms in Tasklist 7.24, mended from outside (AMD module, AngularJS module "forment.forms"):
 *
 * 1. Once a cell of a dynamic list has been edited, form-js reports an empty error entry for the list and Tasklist,
 *    which counts entries, keeps "Terminer" disabled for good. What is drawn as an error in the form is what counts.
 * 2. Enter in any field submits the form, hence completes the task. A task is completed by its button only.
 */
define(['angular'], function (angular) {
  'use strict';

  var REDRAW = 150; // milliseconds form-js takes to draw an error, measured with a margin

  function stopEnter(event) {
    if (event.key === 'Enter' && event.target.tagName === 'INPUT') {
      event.preventDefault();
    }
  }

  function mend(element, form, $timeout) {
    var report = form.notifyFormValidated;
    var pending = null;

    element[0].addEventListener('keydown', stopEnter, true);

    form.notifyFormValidated = function (invalid) {
      $timeout.cancel(pending);
      report.call(form, invalid);
      if (invalid) {
        pending = $timeout(function () {
          report.call(form, element[0].querySelector('.fjs-form-field-error') !== null);
        }, REDRAW);
      }
    };
  }

  var forms = angular.module('forment.forms', []);

  forms.config(['$provide', function ($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', '$timeout', function (directives, $timeout) {
      var link = directives[0].link;
      directives[0].compile = function () {
        return function (scope, element, attributes, form) {
          mend(element, form, $timeout);
          link.apply(this, arguments);
        };
      };
      return directives;
    }]);
  }]);

  return forms;
});
