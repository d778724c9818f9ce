package fr.forment.session;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.hours.HoursLedger;
import fr.forment.means.GaiaLinks;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.GaiaIdentifiers;
import fr.forment.session.halfday.HalfDay;
import fr.forment.session.halfday.SessionHalfDays;
import fr.forment.territory.Circonscription;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Departement;
import fr.forment.territory.Departements;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes convocations: the page and the mail say the same. */
@Component
public class Convocations {

    private final Agents agents;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final Departements departements;
    private final Catalogue catalogue;
    private final HoursLedger hours;
    private final SessionWords words;
    private final SessionDates dates;
    private final SessionHalfDays halfDays;
    private final GaiaLinks gaia;
    private final String missionOrder;

    Convocations(
            Agents agents,
            Schools schools,
            Circonscriptions circonscriptions,
            Departements departements,
            Catalogue catalogue,
            HoursLedger hours,
            SessionWords words,
            SessionDates dates,
            SessionHalfDays halfDays,
            GaiaLinks gaia,
            @Value(
                            "${forment.convocation.mission-order:L'ordre de mission, s'il en faut un, est édité à part, dans GAIA.}")
                    String missionOrder) {
        this.agents = agents;
        this.schools = schools;
        this.circonscriptions = circonscriptions;
        this.departements = departements;
        this.catalogue = catalogue;
        this.hours = hours;
        this.words = words;
        this.dates = dates;
        this.halfDays = halfDays;
        this.gaia = gaia;
        this.missionOrder = missionOrder;
    }

    /** As of today. */
    public Convocation of(TrainingSession session, Enrolment enrolment) {
        return of(session, enrolment, around(session));
    }

    /** Of many people of one session, in their order: what they have in common is read once. */
    Map<Enrolment, Convocation> of(TrainingSession session, List<Enrolment> rows) {
        if (rows.size() > 1) {
            agents.all(rows.stream().map(Enrolment::agentId).toList());
            schools.findAll(rows.stream()
                    .map(Enrolment::schoolUai)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
        }
        Around around = around(session);
        Map<Enrolment, Convocation> papers = new LinkedHashMap<>(); // by the row itself
        rows.forEach(row -> papers.put(row, of(session, row, around)));
        return papers;
    }

    /** What all papers of a session say alike. */
    private record Around(
            Circonscription circonscription,
            String departement,
            String inspector,
            String givers,
            List<String> halfDays) {}

    private Around around(TrainingSession session) {
        Circonscription circonscription =
                circonscriptions.find(session.circonscriptionUai()).orElseThrow();
        List<HalfDay> all = halfDays.of(session);
        return new Around(
                circonscription,
                departements
                        .find(circonscription.departementCode())
                        .map(Departement::name)
                        .orElse(""),
                inspector(session),
                words.givers(session, all),
                all.size() == 1 ? List.of() : all.stream().map(HalfDay::told).toList());
    }

    private Convocation of(TrainingSession session, Enrolment enrolment, Around around) {
        Agent agent = agents.find(enrolment.agentId()).orElseThrow();
        Optional<School> school = Optional.ofNullable(enrolment.schoolUai()).flatMap(schools::find);
        return new Convocation(
                enrolment.id(),
                agent.id(),
                reference(session, enrolment),
                dates.now(session).toLocalDate(),
                around.circonscription().academie(),
                around.departement(),
                around.circonscription().shortName(),
                agent.fullName(),
                agent.function().label(),
                school.map(s -> s.displayName() + ", UAI " + s.uai()).orElse(""),
                words.title(session),
                session.moduleCode(),
                words.day(session),
                words.hours(session),
                French.duration(session.minutes()),
                hours.owesHours(agent),
                format(session),
                words.entrance(session),
                words.isRemote(session),
                around.givers(),
                catalogue
                        .find(session.moduleCode())
                        .map(TrainingModule::complements)
                        .orElse(""),
                school.map(s -> service(session, s)).orElse(""),
                travel(session, school),
                around.inspector(),
                Convocation.Addressee.of(agent, school.isPresent()),
                missionOrder,
                gaia(session),
                around.halfDays());
    }

    /** How GAIA and SOFIA call it: who registers it there needs both numbers. */
    private String gaia(TrainingSession session) {
        if (session.projectId() == null) {
            return "";
        }
        GaiaIdentifiers known = gaia.of(session.projectId(), session.moduleCode());
        return Stream.of(
                        known.dispositif().isEmpty() ? "" : "dispositif " + known.dispositif(),
                        known.module().isEmpty() ? "" : "module " + known.module())
                .filter(number -> !number.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** One place is known of a session: where a part of it is at a distance, the paper says who gives its link. */
    private static String format(TrainingSession session) {
        return session.format() == Format.HYBRIDE
                ? Format.HYBRIDE.label() + " (le lien de la partie à distance est donné par qui assure la formation)"
                : session.format().label();
    }

    /** Unique for one person and one date. */
    static String reference(TrainingSession session, Enrolment enrolment) {
        return "S" + session.id() + "-" + enrolment.id()
                + (session.sequence() == 0 ? "" : "-" + (session.sequence() + 1));
    }

    /** The number of a date, or the first one after the last that was given to the same person. */
    static String next(String reference, String last) {
        int issue = Math.max(issue(reference), issue(last) + 1);
        String[] parts = reference.split("-");
        return parts[0] + "-" + parts[1] + "-" + issue;
    }

    private static int issue(String reference) {
        String[] parts = reference.split("-");
        return parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
    }

    private static String service(TrainingSession session, School school) {
        return school.rhythm().isClassTime(session.startsAt())
                ? "sur temps de classe, sous réserve du remplacement"
                : "hors temps de classe";
    }

    private String travel(TrainingSession session, Optional<School> school) {
        boolean leaves = !words.isRemote(session)
                && school.filter(s -> !Names.same(s.commune(), words.commune(session)))
                        .isPresent();
        return leaves
                ? "prise en charge possible si la session a lieu hors de vos communes de résidence administrative et familiale, et hors des communes limitrophes desservies par un transport public : "
                        + "rapprochez-vous du secrétariat de circonscription (GAIA ou Chorus-DT)"
                : "sans prise en charge";
    }

    private String inspector(TrainingSession session) {
        return agents.withFunction(session.circonscriptionUai(), AgentFunction.IEN).stream()
                .findFirst()
                .map(Agent::fullName)
                .orElse("");
    }
}
