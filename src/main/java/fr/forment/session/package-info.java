/**
 * Training sessions: who is enrolled, waits, is convoked and was there, and what it is worth (attestation, training
 * record, hours). Reads the plan and the project below; tells the features above by events.
 *
 * <p>Glossary: <b>Convocation</b>: the personal summons without which nobody has to come; <b>Emargement</b>: signing
 * in, and what is recorded of it; <b>Attestation</b>: numbered proof of presence; <b>Vague</b>: schools of a project
 * that open together; <b>public désigné</b>: the people the plan enrols without asking them.
 */
package fr.forment.session;
