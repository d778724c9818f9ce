/** What people were last told of a session, and the letters about what has changed since. */
@NamedInterface("told") // amendments and opening speak of it too
package fr.forment.session.told;

import org.springframework.modulith.NamedInterface;
