/** All that waits for somebody in a circonscription, whatever it belongs to: on which body, on whom, since when. */
package fr.forment.overview.awaited;
