/**
 * Who waits for a module in a circonscription, whatever the date: asked by the person himself, by his direction, or by
 * who puts him on the list of a full session. Free places are proposed in turn, for a time, by a link.
 *
 * <p>Glossary: <b>demande de place</b>: request of a place in a module; <b>proposition</b>: offer of a place.
 */
package fr.forment.waiting;
