/**
 * What blocks a vague: every gap of all its schools, on whom it waits, since when, and where to act. Whoever holds
 * sessions above tells which are to come.
 */
@NamedInterface("blocked")
package fr.forment.project.blocked;

import org.springframework.modulith.NamedInterface;
