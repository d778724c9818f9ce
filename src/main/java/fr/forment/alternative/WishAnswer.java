package fr.forment.alternative;

/**
 * A wish of a school that its session does not follow, and why: tried, not supposed.
 *
 * @param schoolUai who wished
 * @param why whole sentences in French
 */
public record WishAnswer(String schoolUai, String wished, String why) {}
