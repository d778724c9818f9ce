/** Pages of the people who arrive. */
package fr.forment.arrival.web;
