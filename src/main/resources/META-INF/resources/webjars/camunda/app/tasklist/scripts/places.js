/*
 * What Tasklist shows, and where (AMD module, AngularJS module "forment.places"): on a telephone one thing at a time, the task or the lists;
 * nothing that the house keeps closed; dates by the clock of the house, late from the day after.
 */
define(['angular'], function (angular) {
  'use strict';

  var CLOSED = ['task-action-comment', 'task-detail-history']; // the right to either would open other people's tasks
  var MONTHS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'];
  var TASKS = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '') + '/taches';

  var DUE = 'Au plus tard le {{ task.due | formentDay }}<span ng-if="task.due | formentLate">, en retard</span>';

  function inList(template) {
    return template
      .replace("{overdue: task.due && (task.due < now) }", '{overdue: (task.due | formentLate)}')
      .replace(/\{\{ 'DUE' \| translate \}\}\s*<span[^>]*>\{\{ task\.due \}\}<\/span>/, DUE)
      .replace(/\{\{ 'CREATION' \| translate \}\}\s*<span[^>]*>\{\{ task\.created \}\}<\/span>/, 'Depuis le {{ task.created | formentDay }}');
  }

  /** A link to a task that is over, or somebody else's, leads to a page that says so. One that ends while it is open is told by Tasklist. */
  function leaveGoneTask(tasks) {
    var get = tasks.get;
    var seen = {};
    tasks.get = function (id, done) {
      return get.call(tasks, id, function (problem, task) {
        if (problem && problem.status === 404 && !seen[id]) {
          window.location.replace(TASKS + '/terminee');
        } else {
          seen[id] = seen[id] || !problem;
          done(problem, task);
        }
      });
    };
  }

  /** What was being loaded stands before the message, as "<task> <- ". */
  function plain(message) {
    return message && String(message).replace(/^((<|&lt;)\w+(>|&gt;) (<|&lt;)- )+/, '');
  }

  function inTask(template) {
    return template
      .replace("{overdue: task.due && (task.due < now) }", '{overdue: (task.due | formentLate)}')
      .replace(/<span ng-if="task\.due"[^>]*>\{\{ task\.due \}\}<\/span>/, '<span ng-if="task.due">' + DUE + '</span>');
  }

  var places = angular.module('forment.places', []);

  places.config(['$provide', 'ViewsProvider', function ($provide, views) {
    views.registerDefaultView('tasklist.task.action', {
      id: 'forment-lists',
      template: '<button type="button" class="btn btn-default forment-lists" ng-click="close()">Mes tâches</button>',
      controller: ['$scope', '$location', function (scope, location) {
        scope.close = function () { location.search('task', null).search('detailsTab', null); };
      }],
      priority: 200
    });
    $provide.decorator('Views', ['$delegate', function (views) {
      var all = views.getProviders;
      views.getProviders = function () {
        return all.apply(views, arguments).filter(function (view) { return CLOSED.indexOf(view.id) < 0; });
      };
      return views;
    }]);
    $provide.decorator('Notifications', ['$delegate', function (notifications) {
      var add = notifications.addError;
      notifications.addError = function (error) {
        error.status = plain(error.status);
        error.message = plain(error.message);
        error.message = error.message === error.status ? '' : error.message;
        return add.apply(notifications, arguments);
      };
      return notifications;
    }]);
    [['camTasksDirective', inList], ['camTasklistTaskMetaDirective', inTask]].forEach(function (each) {
      $provide.decorator(each[0], ['$delegate', function (directives) {
        directives[0].template = each[1](directives[0].template);
        return directives;
      }]);
    });
  }]);

  places.value('formentClock', { today: null });

  // Days as the server wrote them: those of the browser may be others.
  places.filter('formentDay', function () {
    return function (moment) {
      var day = String(moment || '').slice(0, 10).split('-').map(Number);
      return day.length === 3 ? (day[2] === 1 ? '1er' : day[2]) + ' ' + MONTHS[day[1] - 1] + ' ' + day[0] : '';
    };
  });

  places.filter('formentLate', ['formentClock', function (clock) {
    function isLate(moment) {
      return Boolean(moment && clock.today) && String(moment).slice(0, 10) < clock.today;
    }
    isLate.$stateful = true;
    return isLate;
  }]);

  places.run(['$rootScope', '$location', 'camAPI', 'formentClock', function (scope, location, client, clock) {
    leaveGoneTask(client.resource('task'));
    function ask() {
      if (document.visibilityState === 'visible') {
        fetch(TASKS + '/aujourdhui', { headers: { Accept: 'application/json' } }).then(function (answer) { return answer.json(); }).then(function (answer) {
          clock.today = answer.today;
          scope.$applyAsync();
        }).catch(console.error);
      }
    }
    document.addEventListener('visibilitychange', ask);
    ask();
    scope.$watch(function () { return Boolean(location.search().task); }, function (isTask) {
      document.body.classList.toggle('forment-one-task', isTask);
      window.scrollTo(0, 0);
    });
  }]);

  return places;
});
