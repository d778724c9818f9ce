/**
 * Who works where and as what, at which working time, trained in what: the one way to write a person, whom an address
 * belongs to, and whom the signed-in person may see or name. Tells the rooms above by events.
 */
package fr.forment.people;
