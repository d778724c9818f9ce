package fr.forment.benchmark.plan;

import java.util.Arrays;

/**
 * People of schools who meet in at most so many sessions, each session at one place.
 *
 * @param people of each school
 * @param km from each school to each place
 * @param capacity of one session at each place
 * @param split what it costs to send the people of a school to one more place
 */
record TravelProblem(int[] people, double[][] km, int[] capacity, int sessions, double split) {

    int schools() {
        return people.length;
    }

    int places() {
        return capacity.length;
    }

    int total() {
        return Arrays.stream(people).sum();
    }
}
