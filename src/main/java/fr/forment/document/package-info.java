/**
 * The plan as people read it and decide on it: week by week, as a plot, against another version, and in the form of the
 * IEN. Reads only.
 */
package fr.forment.document;
