/**
 * Letters to people: which address, which hour of which school day, what waits until somebody releases it, and who
 * could not be reached.
 */
package fr.forment.post;
