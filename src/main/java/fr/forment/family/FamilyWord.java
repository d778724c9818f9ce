package fr.forment.family;

import fr.forment.evaluation.Review;
import java.util.UUID;

/** What a family wrote, and whether others may read it. */
public record FamilyWord(UUID id, String needs, Review review) {}
