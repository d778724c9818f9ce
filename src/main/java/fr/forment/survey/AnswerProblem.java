package fr.forment.survey;

/** What does not fit in an answer: the key of the question to go to, and the sentence about it. */
public record AnswerProblem(String question, String said) {}
