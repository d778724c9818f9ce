/*
 * Number fields of Camunda Forms are plain text fields to a telephone (form-js 1.8): they ask for the keyboard of numbers here (ES module).
 */
function ask(field) {
  field.inputMode = Number.isInteger(Number(field.getAttribute('step') || 1)) ? 'numeric' : 'decimal';
}

new MutationObserver(() => document.querySelectorAll('.fjs-form-field-number input:not([inputmode])').forEach(ask))
  .observe(document.body, { subtree: true, childList: true });
