package fr.forment.forecast;

import java.util.List;

/**
 * What a circonscription is today and what is planned in it.
 *
 * @param equipped people in schools whose ENT is open, or opens before the first year begins
 * @param perSchool people of one of its schools, on average
 * @param planned schools of vagues that open within each of the years
 */
public record Situation(int equipped, double perSchool, List<Integer> planned) {}
