/** What the end of a session brings: marks asked for, attestations. Stands above the rest of the sessions. */
package fr.forment.session.closing;
