package fr.forment.waiting;

/** Somebody may be served who could not be before: joined the line, or answered what was proposed to him. */
record LineMoved(String circonscriptionUai, String moduleCode) {}
