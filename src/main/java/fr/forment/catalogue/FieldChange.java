package fr.forment.catalogue;

/** One field of a module before and after an edit, as people read it (French label, texts never null). */
record FieldChange(String field, String before, String after) {}
