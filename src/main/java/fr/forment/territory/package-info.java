/**
 * The ground: académies, départements, circonscriptions, schools, and the days there is school. Depends on no other
 * feature.
 */
package fr.forment.territory;
