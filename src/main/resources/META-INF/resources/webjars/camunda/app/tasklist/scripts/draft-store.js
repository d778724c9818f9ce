/*
 * Where the draft of one task's form is kept: on the server (/brouillons), and in this browser only while the server cannot be reached
 * (AMD module), for the account that typed it. Tasklist 7.24 fills a form from a copy in the browser, whoever's it is, so that is how a draft
 * is handed to it; a copy it left itself is thrown away.
 */
define([], function () {
  'use strict';

  var ENDED = 'Cette tâche n’est plus à faire ici : elle a été faite, retirée ou confiée à quelqu’un d’autre. Rien de ce qui est écrit plus bas ne sera envoyé.';
  var LOST = 'Le serveur ne répond pas : le brouillon est gardé dans ce navigateur seulement. Cliquez sur « Enregistrer » dans un moment.';

  var TASKLISTS = 'camunda-form:'; // Tasklist's own name for it
  var OURS = 'forment-form:';

  function Store(taskId, login) {
    this.handed = TASKLISTS + taskId;
    this.mine = OURS + login + ':';
    this.key = this.mine + taskId;
    this.url = '/brouillons/' + encodeURIComponent(taskId);
    this.revision = 0;
    this.paused = false;
  }

  function json(answer) {
    var type = answer.headers.get('content-type') || '';
    return type.indexOf('json') < 0 ? Promise.reject(new Error(String(answer.status))) : answer.json().then(function (body) {
      body.status = answer.status;
      return body;
    });
  }

  /** On a shared computer nobody finds what somebody else typed. */
  Store.prototype.dropOthers = function () {
    var mine = this.mine;
    Object.keys(localStorage).filter(function (key) {
      return key.indexOf(TASKLISTS) === 0 || key.indexOf(OURS) === 0 && key.indexOf(mine) !== 0;
    }).forEach(function (key) { localStorage.removeItem(key); });
  };

  /** Asks the server for the draft and for what it knows; "failed" when the form has to open without them. */
  Store.prototype.load = function () {
    var self = this;
    return fetch(this.url, { cache: 'no-store' }).then(json).then(function (kept) {
      if (kept.status !== 200) {
        throw new Error(String(kept.status));
      }
      self.token = kept.csrf;
      self.draft = kept.draft;
      self.revision = kept.draft ? kept.draft.revision : 0;
      self.values = Object.assign({}, kept.known, kept.draft ? kept.draft.values : {});
    }).catch(function (problem) {
      self.failed = true;
      console.error(problem);
    });
  };

  /** Puts the values where Tasklist looks while it builds the form. A copy left in the browser when the server was away is newer. */
  Store.prototype.handOver = function () {
    var left = localStorage.getItem(this.key);
    localStorage.setItem(this.handed, JSON.stringify(Object.assign({}, this.values, left ? JSON.parse(left) : {})));
  };

  Store.prototype.takeBack = function () {
    localStorage.removeItem(this.handed);
  };

  Store.prototype.keepHere = function (values) {
    localStorage.setItem(this.key, JSON.stringify(values));
  };

  Store.prototype.forget = function () {
    localStorage.removeItem(this.key);
  };

  /** The task is gone, or no longer open to this person: nothing more is asked of the server. */
  Store.prototype.ended = function () {
    this.paused = true;
    return { problem: ENDED };
  };

  /** Saves; says when, or who saved another version meanwhile, or what the matter is. */
  Store.prototype.save = function (values, evenIfOther) {
    var self = this;
    var headers = { 'Content-Type': 'application/json' };
    if (this.paused || !this.token) {
      return Promise.resolve({});
    }
    headers[this.token.header] = this.token.token;
    return fetch(this.url, {
      method: 'PUT', headers: headers, keepalive: true,
      body: JSON.stringify({ revision: this.revision, evenIfOther: evenIfOther, values: values })
    }).then(json).then(function (answer) {
      if (answer.status === 200) {
        self.revision = answer.revision;
        self.forget();
      }
      return answer.status === 404 ? self.ended() : answer;
    }).catch(function () {
      self.keepHere(values);
      return { problem: LOST };
    });
  };

  /** Who has saved another version since, or that there is nothing more to save; null: all is as it was. */
  Store.prototype.news = function () {
    var self = this;
    if (this.paused) {
      return Promise.resolve(null);
    }
    return fetch(this.url + '/revision', { cache: 'no-store' }).then(json).then(function (other) {
      return other.status === 404 && !self.paused ? self.ended() // sent meanwhile: gone is what it should be
        : other.status === 200 && other.revision > self.revision ? other : null;
    }).catch(function () { return null; });
  };

  return Store;
});
