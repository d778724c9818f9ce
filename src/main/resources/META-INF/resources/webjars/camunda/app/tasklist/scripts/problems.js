/*
 * What is to be mended stands above the form, each problem linked to its field (AMD module). Tasklist 7.24 tells it in a box over the button
 * that sends the form.
 */
define(['forment-form-js'], function (formJs) {
  'use strict';

  var REDRAW = 150; // milliseconds form-js takes to draw an error, measured with a margin
  var WITHOUT_SENTENCE = 'La réponse n’est pas encore partie. Il reste à compléter ou à corriger :';
  var MENDED = 'Réponse modifiée : vous pouvez l’envoyer.';

  function labelOf(field) {
    var label = field.querySelector('.fjs-form-field-label');
    return label ? label.textContent.replace(/\s*\*\s*$/, '').trim() : '';
  }

  /** The group a field stands in tells twins apart: "À découvrir" is asked for each module. */
  function nameOf(element, field) {
    var name = labelOf(field);
    var twins = Array.from(element.querySelectorAll('.fjs-form-field')).filter(function (other) { return labelOf(other) === name; });
    var group = field.parentElement.closest('.fjs-form-field-group');
    return twins.length > 1 && group ? labelOf(group) + ' – ' + name : name;
  }

  /** The errors that form-js has drawn: what it counts may hold empty entries. */
  function drawn(element) {
    return Array.from(element.querySelectorAll('.fjs-form-field-error')).map(function (error) {
      var field = error.closest('.fjs-form-field');
      return { name: nameOf(element, field), said: error.textContent.trim(), control: field.querySelector('input, textarea') };
    });
  }

  function link(problem) {
    var item = document.createElement('li');
    var anchor = document.createElement('a');
    anchor.href = '';
    anchor.textContent = problem.name + (problem.said ? ' : ' + problem.said : '');
    anchor.addEventListener('click', function (event) {
      event.preventDefault();
      event.stopPropagation();
      problem.control.focus({ preventScroll: true });
      problem.control.closest('.fjs-form-field').scrollIntoView({ block: 'center' });
    });
    item.append(anchor);
    return item;
  }

  function panelOf(element) {
    return element.parentNode.querySelector(':scope > .forment-problems');
  }

  function forget(element) {
    var panel = panelOf(element);
    if (panel) {
      panel.remove();
    }
  }

  function show(element, sentence, list) {
    var panel = document.createElement('div');
    var said = document.createElement('p');
    var items = document.createElement('ul');
    forget(element);
    panel.className = 'forment-problems';
    panel.setAttribute('role', 'alert');
    panel.tabIndex = -1;
    said.textContent = sentence;
    items.append.apply(items, list.filter(function (each) { return each.control; }).map(link));
    panel.append(said);
    if (items.children.length) {
      panel.append(items);
    }
    element.parentNode.insertBefore(panel, element);
    return panel;
  }

  /** The fields that the server names. */
  function named(element, problem) {
    var body = problem.response && problem.response.body;
    return ((body && body.fields) || []).map(function (key) { return formJs.controlOf(element, key); }).filter(Boolean).map(function (control) {
      return { name: nameOf(element, control.closest('.fjs-form-field')), control: control };
    });
  }

  /** Tells what form-js or the server has against the answers. */
  function tell(element, problem) {
    setTimeout(function () {
      var panel = show(element, problem.message || WITHOUT_SENTENCE, problem.message ? named(element, problem) : drawn(element));
      panel.formentDrawn = !problem.message;
      panel.focus({ preventScroll: true });
      panel.scrollIntoView({ block: 'start' });
    }, REDRAW);
  }

  /** After a change: what is mended leaves the list. The place it took stays, for the button must not move away from under a finger. */
  function refresh(element) {
    setTimeout(function () {
      var panel = panelOf(element);
      var left = drawn(element);
      var height = panel && panel.getBoundingClientRect().height;
      if (panel && panel.formentDrawn && left.length) {
        panel = show(element, WITHOUT_SENTENCE, left);
        panel.formentDrawn = true;
      } else if (panel) {
        panel = show(element, MENDED, []);
        panel.classList.add('forment-mended');
      }
      if (panel) {
        panel.style.minHeight = height + 'px';
      }
    }, REDRAW);
  }

  return { tell: tell, refresh: refresh };
});
