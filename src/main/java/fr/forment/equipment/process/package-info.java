/** What the process of a session's equipment asks. */
package fr.forment.equipment.process;
