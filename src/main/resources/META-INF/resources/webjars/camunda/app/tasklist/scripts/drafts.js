/*
 * Drafts that are found again on another computer (AMD module, AngularJS module "forment.drafts"). Tasklist 7.24 keeps what was typed and
 * not sent in one browser, and leaves it behind on a shared one. Here the server keeps it: on "Enregistrer", and by itself a moment after a
 * change. A form opens filled with, the later before the earlier: what the process hands to the task, what the house knows today, the draft.
 */
define(['angular', 'forment-draft-store', 'forment-form-js'], function (angular, Store, formJs) {
  'use strict';

  var QUIET = 1500; // milliseconds without a change before a draft is saved by itself
  var NEWS = 15000; // how often one asks whether somebody else has saved another version

  /** The line above the form that says what became of the draft. */
  function line(element) {
    var told = document.createElement('p');
    told.className = 'forment-draft';
    told.setAttribute('role', 'status');
    element.parentNode.insertBefore(told, element);
    return function (sentence, choices) {
      told.textContent = sentence;
      Object.keys(choices || {}).forEach(function (label) {
        var button = document.createElement('button');
        button.type = 'button';
        button.className = 'btn btn-default btn-sm';
        button.textContent = label;
        button.addEventListener('click', choices[label]);
        told.append(' ', button);
      });
    };
  }

  function keep(scope, element, form, store) {
    var tell = line(element);
    var own = form.formentOwn || { // Tasklist may build the form again on the same controller: never wrapped twice
      register: form.registerSaveHandler, complete: form.registerCompletionHandler
    };
    var pending = null;
    form.formentOwn = own;

    function tellOther(other) {
      clearTimeout(pending);
      pending = null;
      tell('Brouillon modifié ' + other.who + ' ' + other.at + '. Ce que vous voyez n’est pas encore enregistré.', {
        'Voir l’autre version': function () { window.location.reload(); },
        'Garder la mienne': function () { save(true); }
      });
    }

    function save(evenIfOther) {
      var drawn = formJs.formIn(element);
      clearTimeout(pending);
      pending = null;
      if (!drawn) { // another Camunda draws its forms otherwise: silence would lose what was typed
        tell('Ce formulaire ne peut pas être gardé en brouillon : ne quittez pas la page avant de l’avoir envoyé.');
        return Promise.resolve();
      }
      return store.save(drawn._getSubmitData(), evenIfOther).then(function (answer) {
        if (answer.status === 200) {
          form.notifyFormDirty(false);
          tell('Brouillon enregistré ' + answer.at + '.' + (answer.replaced ? ' Il remplace celui de ' + answer.replaced + '.' : ''));
        } else if (answer.who) {
          tellOther(answer);
        } else if (answer.problem) {
          tell(answer.problem);
        }
      });
    }

    function leave() {
      if (pending) {
        save(false);
      }
    }

    element.addEventListener('forment:changed', function () {
      clearTimeout(pending);
      pending = setTimeout(save, QUIET, false);
    });
    form.registerSaveHandler = function () {
      own.register.call(form, function () { save(true); }); // Tasklist's own would keep the draft in this browser
    };
    form.registerCompletionHandler = function (handler) {
      own.complete.call(form, function (done) {
        clearTimeout(pending);
        pending = null;
        handler(function (problem) {
          if (problem) {
            save(false); // refused: what was typed is kept even if the person leaves now
          } else {
            store.paused = true; // sent: the draft went with the task
          }
          done.apply(this, arguments);
        });
      });
    };
    var news = setInterval(function () {
      if (!pending && document.visibilityState === 'visible') {
        store.news().then(function (other) {
          if (other) {
            if (other.problem) {
              tell(other.problem);
            } else {
              tellOther(other);
            }
          }
        });
      }
    }, NEWS);
    window.addEventListener('pagehide', leave);
    scope.$on('authentication.login.required', function () { // the connection has ended: nothing reaches the server any more
      if (pending && formJs.formIn(element)) {
        store.keepHere(formJs.formIn(element)._getSubmitData());
      }
    });
    scope.$on('$destroy', function () {
      leave();
      clearInterval(news);
      window.removeEventListener('pagehide', leave);
    });
    if (store.failed) {
      tell('Ce formulaire s’est ouvert sans ce que nous savons déjà, ni votre brouillon.', {
        'Recharger': function () { window.location.reload(); }
      });
    } else if (store.draft) {
      tell('Brouillon repris, enregistré ' + store.draft.who + ' ' + store.draft.at + '.');
    }
  }

  var drafts = angular.module('forment.drafts', ['forment.forms', 'forment.changes', 'forment.taking']);

  drafts.config(['$provide', function ($provide) {
    $provide.decorator('camTasklistFormCamundaDirective', ['$delegate', function (directives) {
      var compile = directives[0].compile;
      directives[0].compile = function () {
        var link = compile.apply(this, arguments);
        return function (scope, element, attributes, form) {
          var taskId = form.getParams().taskId;
          if (!taskId) {
            link.apply(this, arguments); // a form that starts a process has no task yet
            return;
          }
          var store = new Store(taskId, scope.$root.authentication.name);
          var self = this;
          var given = arguments;
          store.dropOthers();
          store.load().then(function () {
            if (!scope.$$destroyed) {
              store.handOver();
              keep(scope, element[0], form, store);
              link.apply(self, given);
              store.takeBack();
              scope.$apply();
            }
          });
        };
      };
      return directives;
    }]);
  }]);

  return drafts;
});
