/*
 * The criteria of the filter editor are named in English inside Tasklist 7.24, out of reach of locales/fr.json
 * (AMD module, AngularJS module "forment.filters").
 */
define(['angular'], function (angular) {
  'use strict';

  var GROUPS = {
    'Process Instance': 'Dossier',
    'Process definition': 'Démarche',
    'Case Instance': 'Cas',
    'Case definition': 'Modèle de cas',
    'Other': 'Autres',
    'User / Group': 'Personne ou groupe',
    'Task': 'Tâche',
    'Dates': 'Dates'
  };

  var CRITERIA = {
    processInstanceId: 'Identifiant',
    processInstanceBusinessKey: 'Référence',
    processInstanceBusinessKeyLike: 'Référence contenant',
    processDefinitionId: 'Identifiant',
    processDefinitionKey: 'Code',
    processDefinitionKeyIn: 'Code parmi',
    processDefinitionName: 'Nom',
    processDefinitionNameLike: 'Nom contenant',
    caseInstanceId: 'Identifiant',
    caseInstanceBusinessKey: 'Référence',
    caseInstanceBusinessKeyLike: 'Référence contenant',
    caseDefinitionId: 'Identifiant',
    caseDefinitionKey: 'Code',
    caseDefinitionName: 'Nom',
    caseDefinitionNameLike: 'Nom contenant',
    active: 'En cours (non suspendue)',
    activityInstanceIdIn: 'Identifiant d’étape parmi',
    executionId: 'Identifiant d’exécution',
    assignee: 'Attribuée à',
    assigneeIn: 'Attribuée à une personne parmi',
    assigneeLike: 'Attribuée à une personne dont l’identifiant contient',
    owner: 'Propriétaire',
    candidateGroup: 'Groupe pouvant s’en charger',
    candidateGroups: 'Groupes pouvant s’en charger',
    candidateUser: 'Personne pouvant s’en charger',
    involvedUser: 'Personne concernée',
    assigned: 'Déjà attribuée',
    unassigned: 'Non attribuée',
    delegationState: 'État de la délégation',
    taskDefinitionKey: 'Code de la tâche',
    taskDefinitionKeyIn: 'Code de la tâche parmi',
    taskDefinitionKeyLike: 'Code de la tâche contenant',
    name: 'Nom',
    nameLike: 'Nom contenant',
    description: 'Description',
    descriptionLike: 'Description contenant',
    priority: 'Priorité',
    maxPriority: 'Priorité au plus',
    minPriority: 'Priorité au moins',
    tenantIdIn: 'Organisation parmi',
    withoutTenantId: 'Sans organisation',
    withoutDueDate: 'Sans échéance',
    createdBefore: 'Créée avant',
    createdAfter: 'Créée après',
    dueBefore: 'Échéance avant',
    dueAfter: 'Échéance après',
    followUpAfter: 'Suivi après',
    followUpBefore: 'Suivi avant',
    followUpBeforeOrNotExistent: 'Suivi avant, ou sans date de suivi'
  };

  function frenchHelp(help) {
    return help
      .replace('List of values separated by comma or an expression which evaluates to a list.',
        'Valeurs séparées par des virgules, ou expression donnant une liste.')
      .replace('List of values seperated by comma.', 'Valeurs séparées par des virgules.')
      .replace('E.g.:', 'Par exemple :')
      .replace(' or ', ' ou ');
  }

  function translate(scope) {
    scope.criteria.forEach(function (group) {
      group.group = GROUPS[group.group] || group.group;
      group.options.forEach(function (option) {
        option.label = CRITERIA[option.name] || option.label;
      });
    });
    Object.keys(scope.criteriaHelp).forEach(function (name) {
      if (scope.criteriaHelp[name]) {
        scope.criteriaHelp[name] = frenchHelp(scope.criteriaHelp[name]);
      }
    });
  }

  var filters = angular.module('forment.filters', []);

  filters.config(['$provide', function ($provide) {
    $provide.decorator('camTasklistFilterModalFormCriteriaDirective', ['$delegate', function (directives) {
      var link = directives[0].link;
      directives[0].compile = function () {
        return function (scope) {
          link.apply(this, arguments);
          translate(scope);
        };
      };
      return directives;
    }]);
  }]);

  return filters;
});
