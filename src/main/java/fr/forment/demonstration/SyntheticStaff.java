package fr.forment.demonstration;

import fr.forment.access.AccountService;
import fr.forment.account.AgentFunction;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * A circonscription full of people who do not exist, for the demonstration: its team, one director per school and about
 * 1.2 teachers per class (domain figure), part-timers, remplaçants, contractuels, stagiaires and constellations among
 * them. The same seed gives the same people.
 */
@Component
@RequiredArgsConstructor
public class SyntheticStaff {

    private static final double TEACHERS_PER_CLASS = 1.2;
    /** In the public schools of Ille-et-Vilaine in 2022. */
    private static final double PUPILS_PER_CLASS = 21.9;

    private static final int USUAL_CLASSES = 4;

    private final StaffService staff;
    private final AccountService accounts;
    private final Agents agents;

    /**
     * Registers them as people who were there already; those who are known by now are left out.
     *
     * @param rentree first day of the school year: some arrived that day
     * @param password shared by all who have another function than teaching; sign in as "ien.redon", "dir.0350122t"…
     */
    public List<Agent> populate(
            Circonscription circonscription, List<School> schools, LocalDate rentree, long seed, String password) {
        List<NewAgent> wanted = of(circonscription, schools, rentree, seed);
        List<Agent> fresh = staff.registerAll(wanted, ArrivalKind.ALREADY_THERE);
        List<String> signingIn = wanted.stream()
                .filter(who -> who.function() == AgentFunction.DIRECTEUR
                        || !who.function().isOfSchool())
                .map(NewAgent::email)
                .toList();
        accounts.shareDemonstrationPassword(
                agents.withEmails(signingIn).stream().map(Agent::id).toList(), password);
        return fresh;
    }

    public static List<NewAgent> of(
            Circonscription circonscription, List<School> schools, LocalDate rentree, long seed) {
        String place = SyntheticNames.slug(circonscription.shortName());
        List<NewAgent> people = new ArrayList<>(team(circonscription, place, rentree, new Random(seed)));
        SyntheticNames names = new SyntheticNames(new Random(seed + 1), place);
        for (School school : schools) {
            Random random = new Random(seed * 31 + school.uai().hashCode());
            people.add(someone(names, AgentFunction.DIRECTEUR, school, arrival(random, rentree))
                    .signingInAs("dir." + school.uai().toLowerCase()));
            long teachers = Math.round(TEACHERS_PER_CLASS * classes(school));
            for (int i = 0; i < teachers; i++) {
                people.add(teacher(names, school, random, rentree));
            }
        }
        return people;
    }

    /** As counted, or as many as its pupils fill; a school nobody has counted anything of has four. */
    private static int classes(School school) {
        if (school.classes() != null) {
            return school.classes();
        }
        return school.pupils() == null
                ? USUAL_CLASSES
                : Math.max(1, (int) Math.round(school.pupils() / PUPILS_PER_CLASS));
    }

    private static List<NewAgent> team(Circonscription where, String place, LocalDate rentree, Random random) {
        SyntheticNames own = new SyntheticNames(random, "equipe-" + place);
        SyntheticNames wide =
                new SyntheticNames(new Random(where.departementCode().hashCode()), where.departementCode());
        List<NewAgent> team = new ArrayList<>();
        team.add(member(own, AgentFunction.IEN, where).signingInAs("ien." + place));
        team.add(member(own, AgentFunction.SECRETAIRE, where).signingInAs("secretariat." + place));
        team.add(member(own, AgentFunction.CPC, where).signingInAs("cpc1." + place));
        team.add(member(own, AgentFunction.CPC, where).signingInAs("cpc2." + place));
        team.add(member(own, AgentFunction.ERUN, where).signingInAs("erun." + place));
        team.add(member(own, AgentFunction.DSI, where).signingInAs("dsi." + place));
        team.add(member(own, AgentFunction.FOURNISSEUR, where).signingInAs("fournisseur." + place));
        team.add(departemental(wide, AgentFunction.IEN_NUMERIQUE, where)
                .signingInAs("ien-numerique." + where.departementCode()));
        team.add(departemental(wide, AgentFunction.CPD, where).signingInAs("cpd." + where.departementCode()));
        return team.stream().map(one -> one.since(rentree.minusYears(3))).toList();
    }

    private static NewAgent member(SyntheticNames names, AgentFunction function, Circonscription where) {
        var who = names.next();
        return NewAgent.inCirconscription(who.lastName(), who.firstName(), who.email(), function, where.uai());
    }

    private static NewAgent departemental(SyntheticNames names, AgentFunction function, Circonscription where) {
        var who = names.next();
        return NewAgent.inDepartement(who.lastName(), who.firstName(), who.email(), function, where.departementCode());
    }

    private static NewAgent teacher(SyntheticNames names, School school, Random random, LocalDate rentree) {
        AgentFunction function =
                switch (random.nextInt(20)) {
                    case 0 -> AgentFunction.TR;
                    case 1 -> AgentFunction.CONTRACTUEL;
                    case 2 -> random.nextBoolean() ? AgentFunction.PES : AgentFunction.ADJOINT;
                    default -> AgentFunction.ADJOINT;
                };
        int quotity =
                switch (random.nextInt(16)) {
                    case 0 -> 50;
                    case 1 -> 75;
                    case 2 -> 80;
                    default -> 100;
                };
        boolean inConstellation = function == AgentFunction.ADJOINT && random.nextInt(6) == 0;
        LocalDate since = function == AgentFunction.PES || function == AgentFunction.CONTRACTUEL
                ? rentree
                : arrival(random, rentree);
        return someone(names, function, school, since).working(quotity, inConstellation);
    }

    private static NewAgent someone(SyntheticNames names, AgentFunction function, School school, LocalDate since) {
        var who = names.next();
        return NewAgent.inSchool(who.lastName(), who.firstName(), who.email(), function, school.uai())
                .since(since);
    }

    /** One in eight came this very year. */
    private static LocalDate arrival(Random random, LocalDate rentree) {
        return rentree.minusYears(random.nextInt(8));
    }
}
