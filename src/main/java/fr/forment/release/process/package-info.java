/** What the process of a version asks, and how it is told. */
package fr.forment.release.process;
