package fr.forment.stafflist.reading;

import fr.forment.files.ImportProblem;
import java.util.List;

/** What became of one row: a line, or what is wrong with it. @param line null when there are problems */
public record Reading(StaffLine line, List<ImportProblem> problems) {}
