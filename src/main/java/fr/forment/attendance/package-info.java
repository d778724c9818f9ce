/**
 * Who was there: sheets to sign, marks per half-day by whoever trains, the code on the wall that people read with their
 * telephones, and the public word on an attestation. Stands above the sessions, whose enrolments say what it makes of
 * the whole.
 *
 * <p>Glossary: <b>Emargement</b>: signing in, and what is recorded of it; <b>Attestation</b>: numbered proof of
 * presence.
 */
package fr.forment.attendance;
