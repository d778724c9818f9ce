package fr.forment.staff;

import java.time.LocalDate;

/**
 * One good line of a staff file.
 *
 * @param uai as written: of a school, or of the circonscription for those who have no school
 * @param quotity null when the file does not say, likewise constellation and both dates
 */
record StaffLine(long line, String uai, String lastName, String firstName, String email, AgentFunction function, Integer quotity,
        Boolean constellation, LocalDate arrivesOn, LocalDate leavesOn) {

    NewAgent newAgent() {
        NewAgent who = function.isOfSchool() ? NewAgent.inSchool(lastName, firstName, email, function, uai)
                : NewAgent.inCirconscription(lastName, firstName, email, function, uai);
        return who.working(quotity == null ? 100 : quotity, Boolean.TRUE.equals(constellation)).since(arrivesOn);
    }

    /** What the list says of a known person; on what it is silent, nothing changes. */
    NewAgent about(Agent known) {
        return newAgent().working(quotity == null ? known.quotity() : quotity, constellation == null ? known.constellation() : constellation)
                .since(arrivesOn == null ? known.arrivedOn() : arrivesOn);
    }
}
