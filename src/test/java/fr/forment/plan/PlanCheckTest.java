package fr.forment.plan;

import static org.assertj.core.api.Assertions.assertThat;

import fr.forment.account.AgentFunction;
import fr.forment.catalogue.Format;
import fr.forment.catalogue.Profile;
import fr.forment.catalogue.ResponsibleBody;
import fr.forment.catalogue.TrainerKind;
import fr.forment.plan.calculation.Absence;
import fr.forment.plan.calculation.Busy;
import fr.forment.plan.calculation.Conditions;
import fr.forment.plan.calculation.ModuleFacts;
import fr.forment.plan.calculation.Need;
import fr.forment.plan.calculation.Pace;
import fr.forment.plan.calculation.Person;
import fr.forment.plan.calculation.PlanFacts;
import fr.forment.plan.calculation.SchoolFacts;
import fr.forment.plan.calculation.VagueFacts;
import fr.forment.plan.conditions.Lack;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a reader is told of a plan. One school of three teachers, opening on 11 January; PEDA-1 then PEDA-2. */
class PlanCheckTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 12, 2);
    private static final long TRAINER = 9;
    private static final String PLACE = "0350001A";
    private static final String ALONE =
            "elle réunit 2 personnes pour 3 h : regroupez-la avec une autre vague ou une circonscription voisine, "
                    + "ou gardez-la en connaissance de cause.";

    private final List<Need> needs = new ArrayList<>(List.of(new Need("S1", "PEDA-1", Profile.ENSEIGNANT, 3)));
    private final List<Busy> busy = new ArrayList<>();
    private final Map<Integer, LocalDateTime> inForce = new HashMap<>();
    private final List<Absence> absences = new ArrayList<>();
    private boolean begun;
    private boolean wednesdayMorning = true;
    private boolean compulsory;
    private boolean beyondHours;
    private boolean left;
    private int minutesLeft = 360;
    private int room;

    @Test
    void saysNothingOfASoundPlan() {
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3))).isEmpty();
    }

    @Test
    void findsHolidaysAndHoursOfClass() {
        assertThat(texts(session(1, "PEDA-1", LocalDate.of(2026, 12, 5), 14, TRAINER, 3)))
                .containsExactly(
                        "le samedi 5 décembre 2026 n'est pas un jour de classe (vacances, jour férié ou week-end).");
        assertThat(texts(session(1, "PEDA-1", LocalDate.of(2026, 12, 1), 14, TRAINER, 3)))
                .containsExactly("à 14 h le mardi 1er décembre 2026, les écoles concernées ont classe.");
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 9, TRAINER, 3)))
                .containsExactly("à 9 h le mercredi 2 décembre 2026, les écoles concernées ont classe.");
    }

    @Test
    void saysWhoIsExpectedAndAway() {
        absences.add(Absence.wholeDays(101, WEDNESDAY, WEDNESDAY));
        assertThat(warnings(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3)))
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.weight()).isEqualTo(Warning.Weight.IMPORTANT);
                    assertThat(warning.text())
                            .startsWith(
                                    "1 personne attendue a une absence enregistrée à cette date, et n'y sera pas convoquée");
                });
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY.plusDays(7), 14, TRAINER, 3)))
                .isEmpty();
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 2)))
                .as("two others are there")
                .noneMatch(text -> text.contains("absence enregistrée"));
    }

    @Test
    void findsATrainerInTwoPlaces() {
        needs.add(new Need("S2", "COMM", Profile.ENSEIGNANT, 3));
        var other = new PlannedSession(
                2,
                1,
                2,
                Phase.VAGUE,
                1,
                "COMM",
                WEDNESDAY,
                LocalTime.of(16, 0),
                90,
                "Ailleurs",
                Format.PRESENTIEL,
                20,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                TRAINER,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S2", 3),
                3);

        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), other))
                .contains(
                        "le formateur est déjà pris à cette heure par la session de la ligne 2.",
                        "le formateur est déjà pris à cette heure par la session de la ligne 1.");
    }

    /** No school names them; they are in one place at a time all the same. */
    @Test
    void findsTrainersExpectedAtTwoTrainingsAtOnce() {
        needs.add(new Need("C1", "COMM", Profile.CPC, 3));
        var one = ofTrainers(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), Profile.CPC);
        var other = ofTrainers(session(2, "COMM", WEDNESDAY, 15, 8L, 3), Profile.FORMATEUR);
        assertThat(texts(one, other))
                .contains(
                        "les mêmes personnes sont attendues à cette heure à la session de la ligne 2.",
                        "les mêmes personnes sont attendues à cette heure à la session de la ligne 1.");
        assertThat(texts(one, ofTrainers(session(2, "COMM", WEDNESDAY, 15, 8L, 3), Profile.DSI)))
                .noneMatch(text -> text.contains("mêmes personnes"));
        assertThat(texts(one, ofTrainers(session(2, "PEDA-1", WEDNESDAY, 15, 8L, 3), Profile.CPC)))
                .as("groups of one module are different people")
                .noneMatch(text -> text.contains("mêmes personnes"));
    }

    private static PlannedSession ofTrainers(PlannedSession s, Profile profile) {
        return new PlannedSession(
                s.id(),
                s.planId(),
                s.line(),
                Phase.FORMATEURS,
                null,
                s.moduleCode(),
                s.day(),
                s.start(),
                s.minutes(),
                "Bruz",
                s.format(),
                s.capacity(),
                s.trainerKind(),
                s.trainerAgentId(),
                Set.of(profile),
                Map.of(),
                s.expected());
    }

    @Test
    void findsATrainerWithoutTimeForTheRoad() {
        var first = lasting(in(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), "S1"), 60);
        var second = lasting(in(ofVagueTwo(session(2, "PEDA-1", WEDNESDAY, 15, TRAINER, 3)), "S3"), 60);
        assertThat(texts(first, second))
                .as("of places that are not on the map, half an hour")
                .filteredOn(text -> text.contains("la route"))
                .containsExactlyInAnyOrder(
                        "le formateur n'a pas le temps de faire la route entre cette session et la session de la ligne 2 : environ 30 min de route, et elles se suivent sans pause.",
                        "le formateur n'a pas le temps de faire la route entre cette session et la session de la ligne 1 : environ 30 min de route, et elles se suivent sans pause.");
        assertThat(texts(lasting(first, 30), second))
                .as("half an hour is left")
                .noneMatch(text -> text.contains("la route"));
        assertThat(texts(first, in(second, "S1"))).as("the same place").noneMatch(text -> text.contains("la route"));
        assertThat(texts(first, in(second, "À distance"))).noneMatch(text -> text.contains("la route"));
        var nobodys = new SessionChange(second.day(), second.start(), "S3", null, second.capacity()).on(second);
        assertThat(texts(first, nobodys)).noneMatch(text -> text.contains("la route"));
    }

    @Test
    void findsASchoolWithoutTimeForTheRoad() {
        var first = lasting(in(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), "S1"), 60);
        var second = lasting(in(session(2, "COMM", WEDNESDAY, 15, 8L, 3), "S3"), 60);
        assertThat(texts(first, second))
                .filteredOn(text -> text.startsWith("une même école n'a pas le temps de faire la route"))
                .hasSize(2);
        assertThat(texts(first, in(second, "S1"))).noneMatch(text -> text.contains("la route"));
    }

    @Test
    void findsATrainerTakenByAnotherPlan() {
        busy.add(new Busy(TRAINER, "Laillé", WEDNESDAY, LocalTime.of(16, 0), LocalTime.of(17, 30)));

        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3)))
                .containsExactly("le formateur est déjà pris à cette heure par un autre plan.");
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY.plusWeeks(1), 14, TRAINER, 3)))
                .isEmpty();
    }

    @Test
    void findsAPrerequisiteThatComesTooLate() {
        needs.add(new Need("S1", "PEDA-2", Profile.ENSEIGNANT, 3));

        assertThat(texts(
                        session(1, "PEDA-1", WEDNESDAY.plusWeeks(1), 14, TRAINER, 3),
                        session(2, "PEDA-2", WEDNESDAY, 14, TRAINER, 3)))
                .containsExactly("le prérequis « PEDA-1 » (ligne 1) n'aura pas encore eu lieu.");
    }

    /** A hard rule: broken. */
    @Test
    void refusesSeatsBeyondTheHoursLeft() {
        minutesLeft = 120;
        assertThat(warnings(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3)))
                .containsExactly(Warning.blocking(
                                1,
                                "à l'école « École Un », 3 personnes attendues n'ont plus assez d'heures cette année : retirez leurs places sur la page de la session.")
                        .tellingHours());
        compulsory = true;
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3)))
                .as("also where it must precede the opening, but that is somebody's to choose")
                .containsExactly(
                        "à l'école « École Un », 3 personnes attendues n'ont plus assez d'heures cette année : retirez leurs places sur la page de la session, ou choisissez, sur la page « Ce qui compte le plus cette année », de placer au-delà des heures ce qui doit précéder l'ouverture.");
    }

    /** Kept, however the sessions are written down: who goes to which is not settled yet. */
    @Test
    void letsPeopleShareTheirHoursOut() {
        minutesLeft = 180;
        needs.set(0, new Need("S1", "PEDA-1", Profile.ENSEIGNANT, 1));
        needs.add(new Need("S1", "COMM", Profile.ENSEIGNANT, 2));
        assertThat(texts(
                        session(1, "COMM", WEDNESDAY, 14, TRAINER, 2),
                        session(2, "PEDA-1", WEDNESDAY.plusWeeks(1), 14, TRAINER, 1)))
                .noneMatch(text -> text.contains("heures"));
    }

    /** Without a seat nobody goes beyond his hours; he is counted with what he lacks. */
    @Test
    void namesWhoHasNoSeatForWantOfHours() {
        minutesLeft = 120;
        compulsory = true;
        var check = new PlanCheck(facts(), List.of());
        assertThat(check.warnings()).noneMatch(warning -> warning.weight() == Warning.Weight.BLOQUANT);
        assertThat(check.lacks()).containsExactly(new Lack("S1", "PEDA-1", 60, 3));
        assertThat(check.loads()).isEmpty();
        beyondHours = true;
        assertThat(new PlanCheck(facts(), List.of()).lacks())
                .as("with the choice, hours keep nobody from it")
                .isEmpty();
    }

    @Test
    void countsThoseWhoExceedTheirHoursWhereSomebodyChoseSo() {
        minutesLeft = 120;
        compulsory = true;
        beyondHours = true;
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3)))
                .containsExactly("3 enseignants dépassent les heures qui leur restent (École Un, Bruz : 3).");
        assertThat(new PlanCheck(facts(), List.of(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3))).warnings())
                .as("nothing for partners")
                .allSatisfy(warning -> assertThat(warning.ofHours()).isTrue());
        assertThat(new PlanCheck(facts(), List.of(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 2))).loads())
                .containsExactly(new Load(100, "S1", 180, 120), new Load(101, "S1", 180, 120));
    }

    /** The version still expects it; its people are nobody's to count any more, nor is there a name to say. */
    @Test
    void countsNobodyOfASchoolThatLeftTheProject() {
        minutesLeft = 120;
        compulsory = true;
        beyondHours = true;
        left = true;
        var check = new PlanCheck(facts(), List.of(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3)));
        assertThat(check.warnings()).noneMatch(warning -> warning.text().contains("dépasse"));
        assertThat(check.loads()).isEmpty();
    }

    @Test
    void namesTheModuleNobodyTrains() {
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, null, 3)))
                .containsExactly("Aucun formateur pour « PEDA-1 » (E-RUN ou CPC) : 1 session sans formateur.");
    }

    @Test
    void tellsWhatComesAfterTheOpening() {
        var late = session(1, "PEDA-1", LocalDate.of(2027, 1, 13), 14, TRAINER, 3);
        assertThat(texts(late)).containsExactly("1 session de la vague 1 se tient après l'ouverture de l'ENT.");
        compulsory = true;
        assertThat(texts(late))
                .containsExactly(
                        "Aucun créneau avant l'ouverture de la vague 1 (lundi 11 janvier 2027) pour « PEDA-1 », pourtant obligatoire avant l'ouverture. Une ouverture le jeudi 14 janvier 2027 tiendrait : l'IEN la change sur la page de la vague.");
    }

    @Test
    void tellsWhoIsLeftOver() {
        needs.add(new Need("S1", "PEDA-2", Profile.ENSEIGNANT, 3));
        needs.add(new Need("S9", "PEDA-1", Profile.ENSEIGNANT, 50));

        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 2)))
                .as("S9 is in no vague")
                .containsExactly(
                        ALONE,
                        "« PEDA-1 » : 1 personne reste à former après l'ouverture de l'ENT.",
                        "« PEDA-2 » : 3 personnes restent à former après l'ouverture de l'ENT.");
        compulsory = true;
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 2)))
                .contains("« PEDA-1 » : 1 personne sans place, dont certaines doivent être formées avant l'ouverture.");
    }

    @Test
    void findsTooSmallASession() {
        assertThat(texts(with(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), 2)))
                .containsExactly("3 personnes attendues pour 2 places.");
    }

    /**
     * Opened on 11 January, looked back upon on 10 February, decided on by 17 February, convoked 15 school days ahead:
     * 10 March.
     */
    @Test
    void findsASessionThatComesBeforeItsVagueCanStart() {
        needs.add(new Need("S3", "PEDA-1", Profile.ENSEIGNANT, 3));
        var ofTheSecond = ofVagueTwo(session(2, "PEDA-1", LocalDate.of(2027, 3, 3), 14, TRAINER, 3));
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), ofTheSecond))
                .containsExactly(
                        "elle vient trop tôt : la première date possible est le "
                                + "mercredi 10 mars 2027 ; il faut d'abord l'ouverture de la vague 1, 30 jours d'usage, la décision de l'IEN et le délai de convocation.");

        var inTime = ofVagueTwo(session(2, "PEDA-1", LocalDate.of(2027, 3, 10), 14, TRAINER, 3));
        assertThat(texts(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3), inTime))
                .isEmpty();
    }

    @Test
    void findsASessionThatThePlanItselfComesTooLateFor() {
        var early = session(1, "PEDA-1", LocalDate.of(2026, 10, 14), 14, TRAINER, 3);
        assertThat(texts(early))
                .containsExactly("elle vient trop tôt : la première date possible est le lundi 2 novembre 2026 ; "
                        + "il faut d'abord le temps de décider du plan et de convoquer.");
        inForce.put(1, LocalDateTime.of(2026, 10, 14, 14, 0));
        assertThat(new PlanCheck(facts(), List.of(early)).warnings())
                .extracting(Warning::weight)
                .as("told, but no matter of the amendment")
                .containsExactly(Warning.Weight.IMPORTANT);
        begun = true;
        assertThat(texts(early)).as("open already").isEmpty();
    }

    @Test
    void tellsOfASessionForOneOrTwo() {
        needs.clear();
        needs.add(new Need("S1", "PEDA-1", Profile.ENSEIGNANT, 1));
        var alone = session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 1);
        assertThat(new PlanCheck(facts(), List.of(alone)).warnings())
                .singleElement()
                .satisfies(warning -> {
                    assertThat(warning.weight()).isEqualTo(Warning.Weight.IMPORTANT);
                    assertThat(warning.line()).isEqualTo(1);
                    assertThat(warning.text()).startsWith("elle réunit 1 personne pour 3 h : regroupez-la");
                });
    }

    @Test
    void refusesMorePeopleThanAGroupOfTheCatalogueHolds() {
        needs.add(new Need("S1", "PEDA-1", Profile.ENSEIGNANT, 27));
        assertThat(texts(with(session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 30), 40)))
                .containsExactly(
                        "effectif attendu : 30, alors qu'un groupe de ce module compte 20 personnes au plus (catalogue) : prévoyez plusieurs sessions.");
    }

    @Test
    void wantsABreakAtNoonInALongSession() {
        var afternoon = lasting(session(1, "PEDA-1", WEDNESDAY, 13, TRAINER, 3), 360);
        assertThat(texts(afternoon))
                .containsExactly(
                        "une session de 6 h occupe la journée : faites-la commencer le matin, avec une pause à midi.");
        wednesdayMorning = false;
        var morning = lasting(session(1, "PEDA-1", WEDNESDAY, 9, TRAINER, 3), 360);
        assertThat(texts(morning)).isEmpty();
        assertThat(morning.end()).isEqualTo(LocalTime.of(16, 0));
    }

    @Test
    void tellsWhereParentsAreTooManyForTheRoom() {
        var meeting = forParents(session(1, "COMM", WEDNESDAY, 18, TRAINER, 56));
        assertThat(texts(meeting)).as("nobody knows the room").noneMatch(text -> text.contains("parents"));
        room = 25;
        assertThat(texts(meeting))
                .contains(
                        "École Un : jusqu'à 56 parents attendus à une réunion, pour une salle de 25 places. Prévoyez un lieu plus grand, ou davantage de réunions.");
    }

    @Test
    void meetsParentsAfterWhoPresentsTheEntIsTrainedAndBeforeTheOpening() {
        needs.add(new Need("S1", "REUNION", Profile.PARENT, 56));
        var training = session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3);
        assertThat(texts(training, forParents(session(2, "REUNION", WEDNESDAY.minusDays(1), 18, 7L, 56))))
                .anyMatch(
                        text -> text.startsWith(
                                        "les parents seraient réunis avant la formation de qui leur présente l'ENT (")
                                && text.endsWith(
                                        ", ligne 1, le mercredi 2 décembre 2026) : la première date possible est le jeudi 3 décembre 2026."));
        assertThat(texts(training, forParents(session(2, "REUNION", WEDNESDAY.plusDays(1), 18, 7L, 56))))
                .noneMatch(text -> text.contains("parents"));
        assertThat(texts(training, forParents(session(2, "REUNION", LocalDate.of(2027, 1, 11), 18, 7L, 56))))
                .contains(
                        "1 réunion de parents se tient le jour de l'ouverture de la vague 1 (lundi 11 janvier 2027) ou après, alors que les parents sont réunis avant l'ouverture : ligne 2.");
        inForce.put(2, WEDNESDAY.minusDays(1).atTime(18, 0));
        assertThat(texts(training, forParents(session(2, "REUNION", WEDNESDAY.minusDays(1), 18, 7L, 56))))
                .as("of one in force it is said all the same")
                .anyMatch(text -> text.startsWith("les parents seraient réunis avant"));
    }

    private static PlannedSession forParents(PlannedSession s) {
        return new PlannedSession(
                s.id(),
                s.planId(),
                s.line(),
                s.phase(),
                s.vagueRank(),
                s.moduleCode(),
                s.day(),
                s.start(),
                s.minutes(),
                "S1",
                s.format(),
                60,
                s.trainerKind(),
                s.trainerAgentId(),
                Set.of(Profile.PARENT),
                s.seats(),
                s.expected());
    }

    @Test
    void saysWhereARoomHasStillToBeBooked() {
        PlannedSession session = session(1, "PEDA-1", WEDNESDAY, 14, TRAINER, 3);
        assertThat(texts(in(session, "Bruz")))
                .containsExactly("1 session n'a pour lieu qu'une commune (Bruz) : salle à réserver.");
        assertThat(texts(in(session, "Médiathèque, Bruz")))
                .as("nobody listed it: somebody knows it")
                .isEmpty();
        assertThat(texts(in(session, "À distance"))).isEmpty();
    }

    private static PlannedSession in(PlannedSession session, String place) {
        return new SessionChange(session.day(), session.start(), place, session.trainerAgentId(), session.capacity())
                .on(session);
    }

    private static PlannedSession lasting(PlannedSession s, int minutes) {
        return new PlannedSession(
                s.id(),
                s.planId(),
                s.line(),
                s.phase(),
                s.vagueRank(),
                s.moduleCode(),
                s.day(),
                s.start(),
                minutes,
                s.place(),
                s.format(),
                s.capacity(),
                s.trainerKind(),
                s.trainerAgentId(),
                s.profiles(),
                s.seats(),
                s.expected());
    }

    private static PlannedSession ofVagueTwo(PlannedSession s) {
        return new PlannedSession(
                s.id(),
                s.planId(),
                s.line(),
                s.phase(),
                2,
                s.moduleCode(),
                s.day(),
                s.start(),
                s.minutes(),
                s.place(),
                s.format(),
                s.capacity(),
                s.trainerKind(),
                s.trainerAgentId(),
                s.profiles(),
                Map.of("S3", 3),
                s.expected());
    }

    private List<Warning> warnings(PlannedSession... sessions) {
        return new PlanCheck(facts(), List.of(sessions)).warnings();
    }

    private List<String> texts(PlannedSession... sessions) {
        return new PlanCheck(facts(), List.of(sessions))
                .warnings().stream().map(Warning::text).toList();
    }

    private PlanFacts facts() {
        var teacher = Set.of(Profile.ENSEIGNANT);
        var one = module("PEDA-1", 180, 1, teacher, Set.of());
        var two = module("PEDA-2", 180, 2, teacher, Set.of("PEDA-1"));
        var comm = module("COMM", 90, 0, teacher, Set.of());
        var meeting = module("REUNION", 45, 0, Set.of(Profile.PARENT), Set.of("PEDA-1"));
        var people = List.of(
                new Person(100, AgentFunction.ADJOINT, "S1", minutesLeft, Set.of()),
                new Person(101, AgentFunction.ADJOINT, "S1", minutesLeft, Set.of()),
                new Person(102, AgentFunction.ADJOINT, "S1", minutesLeft, Set.of()));
        return new PlanFacts(
                "C1",
                LocalDate.of(2026, 11, 2),
                LocalDate.of(2027, 6, 30),
                "Bruz",
                day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0,
                List.of(one, two, comm, meeting),
                List.of(
                        new VagueFacts(
                                1, LocalDate.of(2027, 1, 11), LocalDate.of(2027, 1, 11), begun, List.of("S1", "S2")),
                        new VagueFacts(2, LocalDate.of(2027, 5, 3), List.of("S3"))),
                Stream.of(
                                new SchoolFacts("S1", "École Un", "Bruz", null, null, null, 3, wednesdayMorning, room),
                                new SchoolFacts("S2", "École Deux", "Bruz", null, null, null, 3, true, 0),
                                new SchoolFacts("S3", "École Trois", "Bruz", null, null, null, 3, true, 0))
                        .filter(school -> !left || !school.uai().equals("S1"))
                        .toList(),
                people,
                needs,
                busy,
                new Pace(30, 5, 1, 15),
                inForce,
                new Conditions(absences, Map.of(), Map.of(), Map.of(), List.of(), Map.of(), List.of())
                        .withBeyondHours(beyondHours));
    }

    private ModuleFacts module(String code, int minutes, int level, Set<Profile> profiles, Set<String> prerequisites) {
        return new ModuleFacts(
                code,
                code,
                level,
                level,
                minutes,
                20,
                Format.PRESENTIEL,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                ResponsibleBody.EDUCATION_NATIONALE,
                profiles,
                compulsory ? profiles : Set.of(),
                prerequisites,
                false);
    }

    private static PlannedSession session(int line, String module, LocalDate day, int hour, Long trainer, int people) {
        return new PlannedSession(
                line,
                1,
                line,
                Phase.VAGUE,
                1,
                module,
                day,
                LocalTime.of(hour, 0),
                180,
                PLACE,
                Format.PRESENTIEL,
                20,
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                trainer,
                Set.of(Profile.ENSEIGNANT),
                Map.of("S1", people),
                people);
    }

    private static PlannedSession with(PlannedSession session, int capacity) {
        return new SessionChange(session.day(), session.start(), session.place(), session.trainerAgentId(), capacity)
                .on(session);
    }
}
