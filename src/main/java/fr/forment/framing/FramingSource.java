package fr.forment.framing;

import fr.forment.project.Project;
import java.util.Map;

/** Counts some of the figures that answer the framing's questions, for whoever has them at hand. */
public interface FramingSource {

    /** French sentences; what cannot be counted yet is left out. */
    Map<FramingQuestion, String> figures(Project project);
}
