/** What the process of a delegation asks, and how it is told. */
package fr.forment.access.process;
