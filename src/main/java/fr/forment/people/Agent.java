package fr.forment.people;

import fr.forment.account.AccountRole;
import fr.forment.account.AgentFunction;
import fr.forment.account.Role;
import fr.forment.french.Names;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A person who trains or is trained: name, professional address, function, place and service. Nothing private. */
@Table("agent")
public class Agent {

    @Id
    private Long id;

    @Version
    private Integer version;

    private String lastName;
    private String firstName;
    private String foldedName;
    private String email;
    private AgentFunction function;
    private LocalDate functionSince;
    private String schoolUai;
    private String circonscriptionUai;
    private String departementCode;
    private int quotity;
    private boolean constellation;
    private LocalDate arrivedOn;
    private LocalDate leftOn;
    private LocalDate missingSince;

    Agent() {}

    static Agent of(NewAgent who) {
        Agent agent = new Agent();
        agent.rename(who.lastName(), who.firstName());
        agent.email = who.email();
        agent.settle(who);
        return agent;
    }

    /** Straight from its columns: the person is asked for by every rule and every letter. */
    static Agent read(ResultSet row, int number) throws SQLException {
        Agent agent = new Agent();
        agent.id = row.getLong("id");
        agent.version = row.getInt("version");
        agent.lastName = row.getString("last_name");
        agent.firstName = row.getString("first_name");
        agent.foldedName = row.getString("folded_name");
        agent.email = row.getString("email");
        agent.function = AgentFunction.valueOf(row.getString("function"));
        agent.functionSince = row.getObject("function_since", LocalDate.class);
        agent.schoolUai = row.getString("school_uai");
        agent.circonscriptionUai = row.getString("circonscription_uai");
        agent.departementCode = row.getString("departement_code");
        agent.quotity = row.getInt("quotity");
        agent.constellation = row.getBoolean("constellation");
        agent.arrivedOn = row.getObject("arrived_on", LocalDate.class);
        agent.leftOn = row.getObject("left_on", LocalDate.class);
        agent.missingSince = row.getObject("missing_since", LocalDate.class);
        return agent;
    }

    public Long id() {
        return id;
    }

    public String lastName() {
        return lastName;
    }

    public String firstName() {
        return firstName;
    }

    public String fullName() {
        return firstName + " " + lastName;
    }

    /** The professional address, or null while nobody knows it. */
    public String email() {
        return email;
    }

    public AgentFunction function() {
        return function;
    }

    /** Null for those who work for a whole circonscription or département. */
    public String schoolUai() {
        return schoolUai;
    }

    /** Null for those who work for a whole département. */
    public String circonscriptionUai() {
        return circonscriptionUai;
    }

    public String departementCode() {
        return departementCode;
    }

    /** Working time in percent, 1 to 100. */
    public int quotity() {
        return quotity;
    }

    /** Gives the whole 18 h to French and maths this year, so none are left for the ENT. */
    public boolean constellation() {
        return constellation;
    }

    /** The day in the present school or office; null when the list did not say. */
    public LocalDate arrivedOn() {
        return arrivedOn;
    }

    /** The first day away, or null. */
    public LocalDate leftOn() {
        return leftOn;
    }

    public boolean isActiveOn(LocalDate day) {
        return leftOn == null || leftOn.isAfter(day);
    }

    /**
     * The day from which the list of the place no longer held this person, or null: gone perhaps, nobody has said so
     * yet.
     */
    public LocalDate missingSince() {
        return missingSince;
    }

    /** Last name then first name as {@link Names#fold} leaves them: what names are compared by. */
    public String foldedName() {
        return foldedName;
    }

    /** Grows with every change. */
    public int version() {
        return version;
    }

    LocalDate functionSince() {
        return functionSince;
    }

    /** What the function allows by itself, and where. */
    Set<AccountRole> roles() {
        Set<AccountRole> roles = new LinkedHashSet<>();
        for (Role role : Role.of(function)) {
            String perimeter = perimeter(role);
            if (perimeter != null) {
                roles.add(new AccountRole(role, perimeter));
            }
        }
        return roles;
    }

    private String perimeter(Role role) {
        return switch (role.level()) {
            // a remplaçant may belong to the circonscription as a whole
            case SCHOOL -> schoolUai != null ? schoolUai : circonscriptionUai;
            case CIRCONSCRIPTION -> circonscriptionUai;
            case DEPARTEMENT -> departementCode;
            case EVERYWHERE -> Role.EVERYWHERE;
        };
    }

    /** Takes the place, function and service of a registration: a first one, or a return. */
    void settle(NewAgent who) {
        function = who.function();
        functionSince = who.arrivedOn();
        schoolUai = who.schoolUai();
        circonscriptionUai = who.circonscriptionUai();
        departementCode = who.departementCode();
        quotity = who.quotity();
        constellation = who.constellation();
        arrivedOn = who.arrivedOn();
        leftOn = null;
        missingSince = null;
    }

    void moveTo(String uai, String circonscription, String departement, LocalDate on) {
        schoolUai = uai;
        circonscriptionUai = circonscription;
        departementCode = departement;
        arrivedOn = on;
        functionSince = on;
        leftOn = null;
        missingSince = null;
    }

    /** The same school, or without one the same circonscription or département. */
    public boolean isPlacedAs(NewAgent who) {
        return Objects.equals(schoolUai, who.schoolUai())
                && (schoolUai != null
                        || who.function().isOfDepartement() && Objects.equals(departementCode, who.departementCode())
                        || Objects.equals(circonscriptionUai, who.circonscriptionUai()));
    }

    void take(NewAgent who, LocalDate on) {
        moveTo(who.schoolUai(), who.circonscriptionUai(), who.departementCode(), on);
        function = who.function();
    }

    void serve(int newQuotity, boolean inConstellation) {
        quotity = newQuotity;
        constellation = inConstellation;
    }

    void rename(String newLastName, String newFirstName) {
        lastName = newLastName;
        firstName = newFirstName;
        foldedName = Names.fold(newLastName + " " + newFirstName);
    }

    void reachAt(String newEmail) {
        email = newEmail;
    }

    void miss(LocalDate since) {
        missingSince = since;
    }

    /** Everything as it was. */
    void resume(FormerAgent former) {
        rename(former.lastName(), former.firstName());
        email = former.email();
        function = former.function();
        functionSince = former.functionSince();
        schoolUai = former.schoolUai();
        circonscriptionUai = former.circonscriptionUai();
        departementCode = former.departementCode();
        quotity = former.quotity();
        constellation = former.constellation();
        arrivedOn = former.arrivedOn();
        leftOn = former.leftOn();
        missingSince = former.missingSince();
    }

    void leave(LocalDate on) {
        leftOn = on;
        missingSince = null;
    }
}
