/** Why somebody may not come to a session, in words for that person. */
@NamedInterface("guard") // the room above says it too
package fr.forment.session.guard;

import org.springframework.modulith.NamedInterface;
