/** What the model of a phase asks for. */
package fr.forment.phase.process;
