package fr.forment.stafflist.reading;

import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.NewAgent;
import java.time.LocalDate;

/**
 * One good line of a staff file. On what the file is silent it says nothing: a known person keeps what is known.
 *
 * @param line in the file, the first one being 1
 * @param uai of a school, or of the circonscription for those who have no school
 * @param email null when the file does not say, likewise quotity, constellation and both dates
 * @param said how the file came to the function: some lists only know who directs
 */
public record StaffLine(
        long line,
        String uai,
        String lastName,
        String firstName,
        String email,
        AgentFunction function,
        Integer quotity,
        Boolean constellation,
        LocalDate arrivesOn,
        LocalDate leavesOn,
        Said said) {

    /** What a file says of a person's function. */
    public enum Said {
        /** The function itself. */
        FUNCTION,
        /** Only that the person does not direct the school. */
        NOT_DIRECTOR,
        /** Nothing: the function is the one chosen for such lines. */
        NOTHING
    }

    /** A line that says the function itself. */
    public StaffLine(
            long line,
            String uai,
            String lastName,
            String firstName,
            String email,
            AgentFunction function,
            Integer quotity,
            Boolean constellation,
            LocalDate arrivesOn,
            LocalDate leavesOn) {
        this(
                line,
                uai,
                lastName,
                firstName,
                email,
                function,
                quotity,
                constellation,
                arrivesOn,
                leavesOn,
                Said.FUNCTION);
    }

    public NewAgent newAgent() {
        return as(function)
                .working(quotity == null ? 100 : quotity, Boolean.TRUE.equals(constellation))
                .since(arrivesOn);
    }

    /** What the list says of a known person; on what it is silent, nothing changes. */
    public NewAgent about(Agent known) {
        return as(functionOf(known))
                .working(
                        quotity == null ? known.quotity() : quotity,
                        constellation == null ? known.constellation() : constellation)
                .since(arrivesOn == null ? known.arrivedOn() : arrivesOn);
    }

    /** A list that only knows directors leaves a substitute a substitute. */
    private AgentFunction functionOf(Agent known) {
        boolean keeps =
                switch (said) {
                    case FUNCTION -> false;
                    case NOT_DIRECTOR -> known.function() != AgentFunction.DIRECTEUR;
                    case NOTHING -> true;
                };
        return keeps && known.function().isOfSchool() == function.isOfSchool() ? known.function() : function;
    }

    private NewAgent as(AgentFunction what) {
        return what.isOfSchool()
                ? NewAgent.inSchool(lastName, firstName, email, what, uai)
                : NewAgent.inCirconscription(lastName, firstName, email, what, uai);
    }
}
