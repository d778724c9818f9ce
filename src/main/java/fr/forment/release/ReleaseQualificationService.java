package fr.forment.release;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.TrainerKind;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.french.Names;
import fr.forment.french.Refusal;
import fr.forment.french.Typed;
import fr.forment.french.TypedHours;
import fr.forment.people.Agent;
import fr.forment.resource.MeetingPlace;
import fr.forment.session.EnrolmentService;
import fr.forment.session.NewSession;
import fr.forment.session.SessionService;
import fr.forment.session.TrainingSession;
import fr.forment.territory.Schools;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a version asks of the people, and the session in which the team learns of it. */
@Service
@Transactional
@RequiredArgsConstructor
public class ReleaseQualificationService {

    private static final String UPDATE_MODULE = "MAJ";
    private static final String SUPPLIER = "FOURNISSEUR";
    private static final String NOBODY_YET = "A_DESIGNER";
    /** As codes of schools are written, whether there is one or not. */
    private static final Pattern CODE = Pattern.compile("\\d{6,7}\\s?[A-Za-z]");

    private static final Map<String, String> FIELDS = Map.of("newDay", "day", "newTime", "time", "otherPlace", "place");
    private static final int USUAL_MINUTES = 60;
    private static final int USUAL_GROUP = 20;

    private final Releases releases;
    private final ReleaseMails mails;
    private final SessionService sessions;
    private final EnrolmentService enrolments;
    private final UpdateTeam team;
    private final ReleaseCascadeService cascading;
    private final Catalogue catalogue;
    private final Schools schools;

    /**
     * @param answer FORMATION, TUTORIEL or RIEN
     * @param changes what changes, for the schools; needed unless nothing does
     * @param tutorial its address; blank keeps the one of the announcement, which a tutorial then needs
     */
    public ReleaseNeed record(long id, String answer, String changes, String tutorial) {
        ReleaseNeed need = Arrays.stream(ReleaseNeed.values())
                .filter(each -> each.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "Dites ce que demande cette version : une formation, un tutoriel, ou rien.", "need"));
        if (need != ReleaseNeed.RIEN && changes.isBlank()) {
            throw new Refusal(
                    "Écrivez en quelques mots ce qui change : les écoles le liront dans leur courriel.", "changes");
        }
        String address = need == ReleaseNeed.TUTORIEL ? address(id, Typed.text(tutorial)) : "";
        if (changes.length() > 1000) {
            throw new Refusal("Ce qui change ne doit pas dépasser 1 000 caractères.", "changes");
        }
        EntRelease release = releases.change(
                id, need.label(), each -> each.qualify(need, changes.strip(), address, releases.today()));
        if (need == ReleaseNeed.FORMATION) {
            mails.reviewAhead(release, cascading.told(releases.stale(release)));
        }
        return need;
    }

    private String address(long id, String typed) {
        if (!typed.isEmpty()) {
            return Links.typed(typed, "du tutoriel", "tutorial");
        }
        String announced = releases.find(id).orElseThrow().tutorial();
        if (announced.isBlank()) {
            throw new Refusal("Indiquez l'adresse du tutoriel : les écoles la liront dans leur courriel.", "tutorial");
        }
        return announced;
    }

    /**
     * With the team enrolled, except those who are taken elsewhere at that time: the page of the version shows who is
     * trained.
     *
     * @param day ISO date
     * @param time as people type it
     * @param trainer FOURNISSEUR, or A_DESIGNER while nobody is known
     */
    public void openUpdateSession(long id, String day, String time, String place, String trainer) {
        EntRelease release = releases.lock(id);
        if (!trainer.equals(SUPPLIER) && !trainer.equals(NOBODY_YET)) {
            throw new Refusal(
                    "Dites qui assure la session : le formateur du fournisseur, ou personne n'est encore désigné.",
                    "trainer");
        }
        if (readsAsASchool(place)
                && schools.find(place.strip())
                        .filter(school -> release.circonscriptionUai().equals(school.circonscriptionUai()))
                        .isEmpty()) {
            throw new Refusal(
                    "Ce code n'est pas celui d'une école de la circonscription : vérifiez-le, ou écrivez l'adresse du lieu.",
                    "place");
        }
        Format format = format(place);
        List<Agent> people = team.of(release.circonscriptionUai());
        Long trainerId = trainer.equals(SUPPLIER) ? team.supplier(release.circonscriptionUai()) : null;
        int minutes = catalogue
                .find(UPDATE_MODULE)
                .map(TrainingModule::durationMinutes)
                .orElse(USUAL_MINUTES);
        TrainingSession session = opened(() -> new NewSession(
                release.circonscriptionUai(),
                null,
                UPDATE_MODULE,
                start(day, time),
                minutes,
                place,
                format,
                Math.max(people.size(), USUAL_GROUP),
                1,
                TrainerKind.FOURNISSEUR,
                trainerId,
                false));
        // asked before: a refusal met by the enrolment would undo the whole answer
        List<Agent> free = people.stream()
                .filter(agent -> !agent.id().equals(trainerId) && team.isFree(agent, session))
                .toList();
        if (free.isEmpty() && !people.isEmpty()) {
            throw new Refusal(
                    "À ce moment-là, toute l'équipe est déjà prise par une autre session : choisissez un autre jour ou une autre heure.",
                    "day",
                    "time");
        }
        free.forEach(agent -> enrolments.enrol(session.id(), agent.id(), "Version " + release.label()));
        releases.change(
                id,
                French.count(free.size(), "personne inscrite") + " sur " + people.size(),
                each -> each.trainIn(session.id()));
    }

    public void announce(long id) {
        EntRelease release = releases.change(id, null, each -> each.close(ReleaseState.SANS_EFFET));
        mails.announced(release);
    }

    public void remind(long id, int occurrence) {
        EntRelease release = releases.lock(id);
        if (release.state() == ReleaseState.A_QUALIFIER) {
            mails.qualificationAwaited(release, occurrence);
        }
    }

    /** An address to join makes it a video conference; a word for one, without the address, lets nobody in. */
    private static Format format(String place) {
        if (MeetingPlace.link(place).isPresent()) {
            return Format.DISTANCE;
        }
        String words = Names.fold(place);
        if (MeetingPlace.isLink(place) || words.contains("visio") || words.contains("distance")) {
            throw new Refusal(
                    "Donnez l'adresse complète de la visioconférence, qui commence par https://, ou le lieu où l'équipe se réunit.",
                    "place");
        }
        return Format.PRESENTIEL;
    }

    private static boolean readsAsASchool(String place) {
        return CODE.matcher(place.strip()).matches();
    }

    private static LocalDateTime start(String day, String time) {
        return Typed.date(day, "Indiquez le jour de la session de l'équipe.", "day")
                .atTime(TypedHours.time(time).orElseThrow(() -> new Refusal(TypedHours.advice(time), "time")));
    }

    /** What is refused of the date is mended in the fields of this form. */
    private TrainingSession opened(Supplier<NewSession> asked) {
        try {
            return sessions.open(asked.get());
        } catch (Refusal refusal) {
            throw new Refusal(
                    refusal.getMessage(),
                    refusal.fields().stream()
                            .map(field -> FIELDS.getOrDefault(field, field))
                            .toArray(String[]::new));
        }
    }
}
