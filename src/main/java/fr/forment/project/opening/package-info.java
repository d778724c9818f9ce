/** The opening of each school of a vague: engagement, gate, decision, watch. Stands above the rest of the project. */
package fr.forment.project.opening;
