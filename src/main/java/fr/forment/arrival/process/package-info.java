/** What the process of an arrival asks, and how it is told. */
package fr.forment.arrival.process;
