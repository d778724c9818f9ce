package fr.forment.computation;

/** Somebody asked for a better plan: whoever has a hand free takes it up. */
record RunAsked(long planId) {}
