/**
 * New versions of the ENT, and the training materials that must follow them. The team is trained first, materials are
 * reviewed next, the schools that are already in service hear of it last. Reads projects and opens sessions below;
 * hears of the end of a session by events.
 *
 * <p>Glossary: <b>version</b>: what the supplier puts into service; <b>support</b>: guide, tutorial or slides a
 * training relies on.
 */
package fr.forment.release;
