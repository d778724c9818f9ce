/** The half-days of a session, each signed for on its own. */
@NamedInterface("halfday") // rooms above mark them
package fr.forment.session.halfday;

import org.springframework.modulith.NamedInterface;
