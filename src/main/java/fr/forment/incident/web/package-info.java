/** « Ce qui est arrivé »: said, looked at, applied. */
package fr.forment.incident.web;
