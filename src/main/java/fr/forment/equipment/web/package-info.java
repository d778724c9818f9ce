/** Equipment as it is known, booked, made ready and given back. */
package fr.forment.equipment.web;
