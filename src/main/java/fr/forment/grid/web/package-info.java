/** Pages of the grid: its figures, one line, priorities, and what a school's own answer became. */
package fr.forment.grid.web;
