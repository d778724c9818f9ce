/** What the models ask of the grid. */
package fr.forment.grid.process;
