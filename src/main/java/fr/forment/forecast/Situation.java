package fr.forment.forecast;

import java.util.List;

/**
 * What a circonscription is today and what is planned in it.
 *
 * @param equipped people in schools whose ENT is open, or opens before the first year begins
 * @param perSchool people of one of its schools, on average
 * @param planned schools of vagues that open within each of the years
 * @param lapsing people with a training to be followed again in each of the years; empty where no training lapses
 * @param renewal the same as shares of all people; empty where nothing is counted, or the team supposes otherwise
 */
public record Situation(
        int equipped, double perSchool, List<Integer> planned, List<Integer> lapsing, List<Range> renewal) {

    Situation(int equipped, double perSchool, List<Integer> planned) {
        this(equipped, perSchool, planned, List.of(), List.of());
    }
}
