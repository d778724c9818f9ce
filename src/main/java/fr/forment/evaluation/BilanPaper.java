package fr.forment.evaluation;

import fr.forment.project.bilan.ToldBilan;
import java.time.LocalDate;

/** A bilan as it leaves the house, on paper or as a workbook: what the page shows, line by line. */
public record BilanPaper(ToldBilan told, String circonscription, LocalDate printedOn) {}
