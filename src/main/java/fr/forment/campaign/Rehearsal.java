package fr.forment.campaign;

import java.time.LocalDate;
import java.util.List;

/**
 * What a launch would do, before it does: counted by the queries that the launch itself runs.
 *
 * @param schools that are asked
 * @param mails invitations that leave; each reminder is at most as many
 * @param withoutAddress people who would be written to and have no address
 * @param troubled schools whose survey goes elsewhere than to a director with an address, at most {@link #MOST}
 * @param sample what the first schools get, at most {@link #MOST}
 */
public record Rehearsal(
        int schools,
        int vacant,
        int mails,
        int withoutAddress,
        List<ZonePlan> zones,
        List<Row> troubled,
        List<Row> sample) {

    /** Rows that a page shows; the export has them all. */
    public static final int MOST = 200;

    /**
     * When the schools of one calendar are written to.
     *
     * @param first, last the two reminders before the deadline; null where the invitation is too recent for one
     * @param standIn when those who stand in are called, should the threshold be missed
     */
    public record ZonePlan(
            String zone,
            int schools,
            LocalDate invited,
            LocalDate first,
            LocalDate last,
            LocalDate deadline,
            LocalDate standIn) {}

    /**
     * One school.
     *
     * @param vacant nobody directs it: the IEN gets the survey at once
     * @param readers people who are written to; 0 where no account holds the part
     * @param reachable of those, with an address
     * @param name of one of them; null when there is none
     */
    public record Row(
            String uai,
            String school,
            String commune,
            String circonscription,
            boolean vacant,
            int readers,
            int reachable,
            String name) {

        public boolean isTroubled() {
            return vacant || reachable == 0;
        }
    }
}
