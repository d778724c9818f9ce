/*
 * A task is taken in charge by answering it (AMD module, AngularJS module "forment.taking"): its form is open to whoever may take it,
 * looking takes nothing, the first answer does, and so does "Terminer" where nothing was left to answer.
 */
define(['angular', 'forment-problems'], function (angular, problems) {
  'use strict';

  /** The scope of Tasklist's form tab, which knows the task; none for a form that starts a process. */
  function tabOf(scope) {
    while (scope && !scope.taskData) {
      scope = scope.$parent;
    }
    return scope;
  }

  function open(scope, element, form, tab, client) {
    var register = form.registerCompletionHandler; // the one of the drafts, new whenever the form is built
    var taking = null;

    function isFree() {
      return tab.task && !tab.task.assignee;
    }

    function take() {
      if (!isFree()) {
        return Promise.resolve();
      }
      taking = taking || new Promise(function (taken, refused) {
        client.resource('task').claim(tab.task.id, scope.$root.authentication.name, function (problem) {
          taking = problem ? null : taking;
          tab.taskData.changed('task');
          tab.taskData.changed('taskList');
          (problem ? refused : taken)(problem);
        });
      });
      return taking;
    }

    element.addEventListener('forment:changed', function () {
      take().catch(function (problem) { problems.tell(element, problem); });
    });
    form.registerCompletionHandler = function (handler) {
      register.call(form, function (done) {
        take().then(function () { handler(done); }, done);
      });
    };
    scope.$watch(function () { return form.getOptions().disableForm && isFree(); }, function (isLocked) {
      if (isLocked) {
        form.getOptions().disableForm = false;
        form.getOptions().disableCompleteButton = false;
      }
    });
  }

  var taking = angular.module('forment.taking', ['forment.changes']);

  taking.config(['$provide', function ($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', 'camAPI', function (directives, client) {
      var compile = directives[0].compile;
      directives[0].compile = function () {
        var link = compile.apply(this, arguments);
        return function (scope, element, attributes, form) {
          var tab = tabOf(scope);
          if (tab) {
            open(scope, element[0], form, tab, client);
          }
          link.apply(this, arguments);
        };
      };
      return directives;
    }]);
  }]);

  return taking;
});
