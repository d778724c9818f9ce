/** Who is written to about a session, by what he has to do with it; what all letters share is {@code SessionMails}. */
@NamedInterface("letters") // the room above tells the team what its plan and its sessions differ in
package fr.forment.session.letters;

import org.springframework.modulith.NamedInterface;
