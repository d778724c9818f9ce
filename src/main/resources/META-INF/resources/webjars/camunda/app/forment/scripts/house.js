/*
 * What every Camunda web application of this house shares (AMD module, AngularJS module "forment.house"):
 * the application's own sign-in and sign-out, a way home, and a page that says it is in French.
 */
define(['angular'], function (angular) {
  'use strict';

  // <base app-root="/camunda">: whatever stands before is the context path of FormENT itself.
  var root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

  document.documentElement.lang = 'fr';

  function signIn() {
    window.location.assign(root + '/login');
  }

  // The session belongs to FormENT: signing out of Camunda alone would leave it open on a shared computer.
  function signOut() {
    return fetch(root + '/api/csrf', { headers: { Accept: 'application/json' } })
      .then(function (answer) { return answer.json(); })
      .then(function (csrf) {
        var headers = {};
        headers[csrf.headerName] = csrf.token;
        return fetch(root + '/logout', { method: 'POST', headers: headers });
      })
      .then(function (answer) { window.location.assign(answer.ok ? answer.url : root + '/login'); }, signIn);
  }

  var house = angular.module('forment.house', ['cam.commons.auth']);

  house.config(['$provide', function ($provide) {
    $provide.decorator('AuthenticationService', ['$delegate', function (service) {
      service.logout = signOut;
      return service;
    }]);

    $provide.decorator('camWidgetHeaderDirective', ['$delegate', function (directives) {
      directives[0].template = directives[0].template
        .replace('<li engine-select></li>', '<li class="forment-home"><a target="_self" href="' + root + '/">'
          + 'Accueil FormENT</a></li><li engine-select></li>')
        .replace('{{ app.label }}', "{{ appName.toUpperCase() + '_APP' | translate }}");
      return directives;
    }]);
  }]);

  house.run(['$rootScope', '$location', function ($rootScope, $location) {
    // Camunda's own sign-in form must never show, whether the session has expired or someone kept its address.
    $rootScope.$on('authentication.login.required', function (event) {
      event.preventDefault();
      signIn();
    });
    $rootScope.$on('$locationChangeSuccess', function () {
      if ($location.path() === '/login') {
        signIn();
      }
    });
  }]);

  return house;
});
