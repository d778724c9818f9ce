package fr.forment.plan.calculation;

import java.util.Arrays;

/**
 * Who goes where so that all ways together are the shortest: schools of so many people, places of so many seats. Exact:
 * each further lot of people takes the shortest way there is left, which may send others elsewhere.
 */
public final class Transport {

    private static final long FAR = Long.MAX_VALUE / 4;

    private final int[] people;
    private final int[][] distances;
    private final int seats;

    private int[][] flow;
    private long cost;

    /**
     * @param people per school
     * @param distances of each place (first index) to each school
     * @param seats of each place
     */
    public Transport(int[] people, int[][] distances, int seats) {
        this.people = people;
        this.distances = distances;
        this.seats = seats;
    }

    /** @param chosen places, one for each session; what they offer must be enough */
    public Transport through(int[] chosen) {
        int schools = people.length;
        int sessions = chosen.length;
        flow = new int[sessions][schools];
        int[] left = people.clone();
        int[] free = new int[sessions];
        Arrays.fill(free, seats);
        cost = 0;
        for (int waiting = Arrays.stream(people).sum(); waiting > 0; ) {
            long[] toSession = new long[sessions];
            int[] viaSchool = new int[sessions];
            long[] toSchool = new long[schools];
            int[] viaSession = new int[schools];
            Arrays.fill(toSession, FAR);
            for (int school = 0; school < schools; school++) {
                toSchool[school] = left[school] > 0 ? 0 : FAR;
                viaSession[school] = -1;
            }
            relax(chosen, toSession, viaSchool, toSchool, viaSession);
            int end = -1;
            for (int session = 0; session < sessions; session++) {
                if (free[session] > 0 && (end < 0 || toSession[session] < toSession[end])) {
                    end = session;
                }
            }
            waiting -= push(chosen, end, viaSchool, viaSession, left, free);
        }
        return this;
    }

    private void relax(int[] chosen, long[] toSession, int[] viaSchool, long[] toSchool, int[] viaSession) {
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int session = 0; session < chosen.length; session++) {
                int[] ways = distances[chosen[session]];
                for (int school = 0; school < people.length; school++) {
                    if (toSchool[school] < FAR && toSchool[school] + ways[school] < toSession[session]) {
                        toSession[session] = toSchool[school] + ways[school];
                        viaSchool[session] = school;
                        shorter = true;
                    }
                }
                for (int school = 0; school < people.length; school++) {
                    if (flow[session][school] > 0 && toSession[session] - ways[school] < toSchool[school]) {
                        toSchool[school] = toSession[session] - ways[school];
                        viaSession[school] = session;
                        shorter = true;
                    }
                }
            }
        }
    }

    private int push(int[] chosen, int end, int[] viaSchool, int[] viaSession, int[] left, int[] free) {
        int lot = free[end];
        for (int session = end; ; ) {
            int school = viaSchool[session];
            if (viaSession[school] < 0) {
                lot = Math.min(lot, left[school]);
                left[school] -= lot;
                break;
            }
            session = viaSession[school];
            lot = Math.min(lot, flow[session][school]);
        }
        free[end] -= lot;
        for (int session = end; ; ) {
            int school = viaSchool[session];
            flow[session][school] += lot;
            cost += (long) lot * distances[chosen[session]][school];
            if (viaSession[school] < 0) {
                return lot;
            }
            session = viaSession[school];
            flow[session][school] -= lot;
            cost -= (long) lot * distances[chosen[session]][school];
        }
    }

    public long cost() {
        return cost;
    }

    /** How many times a school is cut into one session more. */
    public int cuts() {
        int cuts = 0;
        for (int school = 0; school < people.length; school++) {
            int sessions = 0;
            for (int[] session : flow) {
                sessions += session[school] > 0 ? 1 : 0;
            }
            cuts += Math.max(0, sessions - 1);
        }
        return cuts;
    }

    /** People of each school in each session. */
    public int[][] flow() {
        return flow;
    }
}
