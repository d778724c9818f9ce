/** The opening of each school of a vague: engagement, gate, decision, watch. Stands above the rest of the project. */
@NamedInterface("opening") // who lets a school go with its plan tells it, and whoever asks its people hears of it
package fr.forment.project.opening;

import org.springframework.modulith.NamedInterface;
