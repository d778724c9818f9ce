/*
 * What the drawn form knows (AMD module). Tasklist 7.24 keeps form-js to itself, but the components that drew it do not.
 */
define([], function () {
  'use strict';

  /** The form that is drawn in this element; null while there is none, or another Camunda draws it otherwise. */
  function formIn(element) {
    var root = element.querySelector('.fjs-container');
    var left = root && root.__k ? [root.__k] : [];
    while (left.length) {
      var node = left.pop();
      if (node && node.props && node.props.value && node.props.value.getService) {
        return node.props.value.getService('form');
      }
      left = left.concat((node && node.__k) || []);
    }
    return null;
  }

  /** The first control of a field that has this key; null where the form has none. */
  function controlOf(element, key) {
    var form = formIn(element);
    var field = form && form.get('formFieldRegistry').getAll().find(function (each) { return each.key === key; });
    var ids = field && new RegExp('-' + field.id + '(-.*)?$');
    return ids ? Array.from(element.querySelectorAll('input, textarea')).find(function (control) { return ids.test(control.id); }) || null : null;
  }

  return { formIn: formIn, controlOf: controlOf };
});
