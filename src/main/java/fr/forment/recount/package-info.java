/**
 * A plan and what it is made from, as figures: whoever doubts a plan recounts it without our code. The fields are
 * explained in {@code docs/plan-json.md}.
 */
package fr.forment.recount;
