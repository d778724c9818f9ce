package fr.forment.project.opening;

/**
 * A school has entered a project that runs already. Who hears it may refuse: then it does not enter.
 *
 * @param surveyDue the last day its direction is given to say what it needs, as it was typed; blank: the usual one
 */
public record SchoolJoined(long projectId, long vagueId, String schoolUai, String surveyDue) {}
