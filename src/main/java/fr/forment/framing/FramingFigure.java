package fr.forment.framing;

import fr.forment.project.Project;
import java.util.Optional;

/** A figure that the house counts itself, told by the feature that has it: it stands beside the answer. */
public interface FramingFigure {

    FramingQuestion question();

    /** A French sentence; empty while there is nothing to count. */
    Optional<String> sentence(Project project);
}
