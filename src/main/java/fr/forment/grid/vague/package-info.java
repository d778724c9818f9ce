/** Which schools to put into which vague: proposed from the priorities of the grid and the wishes of the directors. */
package fr.forment.grid.vague;
