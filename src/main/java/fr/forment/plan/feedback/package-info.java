/**
 * What each school is told of its answer to the survey: what a plan follows of it, and why it does not follow the rest.
 */
@NamedInterface("feedback") // papers and means tell it too
package fr.forment.plan.feedback;

import org.springframework.modulith.NamedInterface;
