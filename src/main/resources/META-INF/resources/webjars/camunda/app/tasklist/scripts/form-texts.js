/*
 * The texts that form-js 1.8 (Camunda Forms) keeps in English whatever the locale, put into French as they appear.
 * ES module. Everything here stays inside ".fjs-container"; the "Powered by bpmn.io" mark is left as its licence asks.
 */
const TEXTS = new Map(Object.entries({
  'Field is required.': 'Ce champ est obligatoire.',
  'Field must be a valid email.': 'Indiquez une adresse électronique correcte.',
  'Field must be a valid  international phone number. (e.g. +4930664040900)':
    'Indiquez un numéro de téléphone international (par exemple +33123456789).',
  'Value is not a number.': 'Indiquez un nombre.',
  'Value is expected to be an integer.': 'Indiquez un nombre entier.',
  'Date and time must both be entered.': 'Indiquez la date et l’heure.',
  'Add new': 'Ajouter une ligne',
  'Collapse': 'Replier',
  'Search': 'Rechercher',
  'Select': 'Choisir',
  'No results': 'Aucun résultat',
  'All values selected': 'Tout est déjà choisi',
  'Nothing to show.': 'Rien à afficher.',
  'No content to show.': 'Rien à afficher.',
  'External content couldn\'t be loaded.': 'Ce contenu n’a pas pu être chargé.',
  'This is an image placeholder': 'Emplacement d’une image',
  'of': 'sur',
  'Increment': 'Augmenter',
  'Decrement': 'Diminuer',
  'Remove tag': 'Retirer',
  'Skip to search': 'Aller à la recherche',
  'Previous page': 'Page précédente',
  'Next page': 'Page suivante',
  'Click to remove sorting': 'Cliquez pour ne plus trier',
  'dd/mm/yyyy': 'jj/mm/aaaa',
  'hh:mm ?m': 'hh:mm'
}));

const SENTENCES = [
  [/^Field must have minimum value of (.+)\.$/, 'La valeur minimale est $1.'],
  [/^Field must have maximum value of (.+)\.$/, 'La valeur maximale est $1.'],
  [/^Field must have minimum length of (.+)\.$/, 'Écrivez au moins $1 caractères.'],
  [/^Field must have maximum length of (.+)\.$/, 'Écrivez au plus $1 caractères.'],
  [/^Field must match pattern .+\.$/, 'La forme de la réponse n’est pas celle attendue.'],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, 'Nombre de décimales autorisées : $1.'],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    'Valeurs possibles les plus proches : $1 et $2.'],
  [/^Expand all \((\d+)\)$/, 'Tout déplier ($1)'],
  [/^Remove list item (\d+)$/, 'Retirer la ligne $1'],
  [/^Click to sort by (.+) ascending$/, 'Trier par $1, ordre croissant'],
  [/^Click to sort by (.+) descending$/, 'Trier par $1, ordre décroissant']
];

const ATTRIBUTES = ['placeholder', 'aria-label', 'title', 'alt'];

function french(text) {
  const core = text.trim();
  const known = TEXTS.get(core);
  if (known !== undefined) {
    return text.replace(core, known);
  }
  const sentence = SENTENCES.find(([pattern]) => pattern.test(core));
  return sentence ? core.replace(...sentence) : text;
}

function translateText(node) {
  const translated = french(node.data);
  if (translated !== node.data && node.parentElement?.closest('.fjs-container')) {
    node.data = translated;
  }
}

function translateAttributes(element) {
  if (!element.closest('.fjs-container')) {
    return;
  }
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name);
    if (value && french(value) !== value) {
      element.setAttribute(name, french(value));
    }
  }
}

function translate(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    translateText(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    translateAttributes(node);
    node.childNodes.forEach(translate);
  }
}

new MutationObserver(changes => changes.forEach(change => {
  if (change.type === 'childList') {
    change.addedNodes.forEach(translate);
  } else if (change.type === 'characterData') {
    translateText(change.target);
  } else {
    translateAttributes(change.target);
  }
})).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
});
