/*
 * How a form is sent (AMD module, AngularJS module "forment.forms"), against three habits of Tasklist 7.24:
 *
 * 1. It disables "Terminer" while an answer is missing, without a word, and for good once a cell of a dynamic list has been edited. Here the
 *    button is always free: pressed too early, it says what is missing.
 * 2. Enter in any field submits the form, hence completes the task. A task is completed by its button only.
 * 3. It goes on in silence once the form is sent. Here a page thanks and says what comes next; it takes the place of the form, so that "Back"
 *    does not lead to a task that is over.
 */
define(['angular', 'forment-problems'], function (angular, problems) {
  'use strict';

  var SAID_ABOVE = { message: 'camForm submission prevented' }; // the problem of which Tasklist tells nothing
  var SENT = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + '/taches/envoyee';

  function stopEnter(event) {
    if (event.key === 'Enter' && event.target.tagName === 'INPUT') {
      event.preventDefault();
    }
  }

  /** The scope of the whole form, which hears what became of it. */
  function hearer(scope) {
    while (!Object.prototype.hasOwnProperty.call(scope, 'onFormCompletionCallback')) {
      scope = scope.$parent;
    }
    return scope;
  }

  function mend(scope, element, form) {
    var report = form.formentValidated || form.notifyFormValidated;
    var whole = hearer(scope);
    var tell = whole.formentCompleted || whole.onFormCompletionCallback;
    form.formentValidated = report;
    whole.formentCompleted = tell;

    element.addEventListener('keydown', stopEnter, true);
    element.addEventListener('forment:changed', function () { problems.refresh(element); });
    form.notifyFormValidated = function () {
      report.call(form, false);
    };
    whole.onFormCompletionCallback = function (problem) {
      if (problem) {
        problems.tell(element, problem);
        tell.call(whole, SAID_ABOVE);
      } else {
        window.location.replace(SENT);
      }
    };
  }

  var forms = angular.module('forment.forms', []);

  forms.config(['$provide', function ($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', function (directives) {
      var link = directives[0].link;
      directives[0].compile = function () {
        return function (scope, element, attributes, form) {
          mend(scope, element[0], form);
          link.apply(this, arguments);
        };
      };
      return directives;
    }]);
  }]);

  return forms;
});
