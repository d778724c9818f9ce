/**
 * What who is expected in a session receives: the convocation as a file, the appointment that calendars follow by
 * themselves, the word that it was received, calendars one subscribes to. Stands above the sessions, which decide who
 * is summoned and keep what was said.
 *
 * <p>Glossary: <b>Convocation</b>: the personal summons without which nobody has to come.
 */
package fr.forment.convocation;
