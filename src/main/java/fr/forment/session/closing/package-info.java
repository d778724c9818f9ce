/** What the end of a session brings: marks asked for, attestations. Stands above the rest of the sessions. */
@NamedInterface("closing") // rooms above hear of the marks and read attestations
package fr.forment.session.closing;

import org.springframework.modulith.NamedInterface;
