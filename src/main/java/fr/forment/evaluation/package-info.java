/**
 * Evaluation: a short anonymous questionnaire at the end of a session, another once people have used what they learnt,
 * three questions for families, and the figures of the bilans.
 */
package fr.forment.evaluation;
