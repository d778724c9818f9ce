/**
 * How often strangers may try something, counted in the database for all nodes together, and what a place is when they
 * are counted.
 */
package fr.forment.limits;
