/** Which school is in which vague, decided anew while the vagues have not begun. */
@NamedInterface("choice")
package fr.forment.project.choice;

import org.springframework.modulith.NamedInterface;
