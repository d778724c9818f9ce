/** The questionnaire a director answers: questions, answers, what does not fit in them. */
package fr.forment.survey;
