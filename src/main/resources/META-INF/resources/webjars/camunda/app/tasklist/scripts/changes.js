/*
 * Says when a person changes an answer, as the event "forment:changed" of the form's element (AMD module, AngularJS module
 * "forment.changes"). Building a form, looking into its fields and checking them count as changes for Tasklist 7.24; here only answers do.
 */
define(['angular', 'forment-form-js'], function (angular, formJs) {
  'use strict';

  var ACTS = ['input', 'change', 'click', 'keydown'];

  function watch(element, form) {
    var report = form.formentDirty || form.notifyFormDirty; // Tasklist may build the form again on the same controller: never wrapped twice
    var known = null;
    form.formentDirty = report;

    function answers() {
      var drawn = formJs.formIn(element);
      return drawn ? JSON.stringify(drawn._getSubmitData()) : String(Date.now()); // unreadable: every report is a change
    }

    ACTS.forEach(function (act) {
      element.addEventListener(act, function () { // caught before form-js hears it
        known = known === null ? answers() : known;
      }, true);
    });
    form.notifyFormDirty = function (isDirty) {
      if (!isDirty) {
        report.call(form, false);
      } else if (known !== null && answers() !== known) {
        known = answers();
        report.call(form, true);
        element.dispatchEvent(new CustomEvent('forment:changed'));
      }
    };
  }

  var changes = angular.module('forment.changes', []);

  changes.config(['$provide', function ($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', function (directives) {
      var compile = directives[0].compile;
      directives[0].compile = function () {
        var link = compile.apply(this, arguments);
        return function (scope, element, attributes, form) {
          watch(element[0], form);
          link.apply(this, arguments);
        };
      };
      return directives;
    }]);
  }]);

  return changes;
});
