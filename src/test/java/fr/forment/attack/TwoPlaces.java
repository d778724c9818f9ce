package fr.forment.attack;

import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.access.AccountService;
import fr.forment.access.DelegationService;
import fr.forment.account.AgentFunction;
import fr.forment.account.NewDelegation;
import fr.forment.engine.OpenTasks;
import fr.forment.engine.ProcessDriver;
import fr.forment.hours.OutsideHours;
import fr.forment.hours.OutsideHoursService;
import fr.forment.mail.Attachment;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import fr.forment.plan.PlanningGround;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.release.MaterialContent;
import fr.forment.release.MaterialKind;
import fr.forment.release.MaterialService;
import fr.forment.release.NewMaterial;
import fr.forment.release.NewRelease;
import fr.forment.release.ReleaseService;
import fr.forment.session.Enrolment;
import fr.forment.session.IssuedPapers;
import fr.forment.session.SessionGround;
import fr.forment.session.TrainingSession;
import fr.forment.stafflist.StaffDepositService;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Circonscriptions of one département with one of each thing: what belongs to one is a stranger's in the other. */
@Component
public class TwoPlaces {

    private static final LocalDateTime LAST_WEEK = LocalDateTime.of(2026, 9, 2, 9, 0);

    private final TestGround ground;
    private final PlanningGround plans;
    private final SessionGround sessions;
    private final IssuedPapers papers;
    private final ProcessDriver driver;
    private final OpenTasks tasks;
    private final StaffService staff;
    private final AccountService accounts;
    private final DelegationService delegations;
    private final OutsideHoursService hours;
    private final StaffDepositService deposits;
    private final MaterialService materials;
    private final ReleaseService releases;
    private final Correspondence post;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private int made;

    TwoPlaces(
            TestGround ground,
            PlanningGround plans,
            SessionGround sessions,
            IssuedPapers papers,
            ProcessDriver driver,
            OpenTasks tasks,
            StaffService staff,
            AccountService accounts,
            DelegationService delegations,
            OutsideHoursService hours,
            StaffDepositService deposits,
            MaterialService materials,
            ReleaseService releases,
            Correspondence post,
            TransactionTemplate transaction,
            JdbcClient jdbc) {
        this.ground = ground;
        this.plans = plans;
        this.sessions = sessions;
        this.papers = papers;
        this.driver = driver;
        this.tasks = tasks;
        this.staff = staff;
        this.accounts = accounts;
        this.delegations = delegations;
        this.hours = hours;
        this.deposits = deposits;
        this.materials = materials;
        this.releases = releases;
        this.post = post;
        this.transaction = transaction;
        this.jdbc = jdbc;
    }

    public OnePlace make() {
        made++;
        PlanningGround.Case project = plans.projectWithNeeds();
        Circo circo = project.circo();
        driver.runDue();
        OnePlace place = new OnePlace(circo)
                .with(Thing.CIRCONSCRIPTION, circo.uai())
                .with(Thing.SCHOOL, circo.schools().get(0))
                .with(Thing.PERSON, circo.teachers().get(1).id())
                .with(Thing.TRAINER, circo.erun().id())
                .with(Thing.GIVER, circo.ien().id())
                .with(Thing.DELEGATE, circo.cpc().id())
                .with(Thing.PROJECT, project.number())
                .with(
                        Thing.TASK,
                        tasks.in("entProject", project.number()).get(0).id())
                .with(Thing.VAGUE, number("SELECT MIN(id) FROM vague WHERE project_id = ?", project.number()));
        sessions(place);
        needs(place, project);
        plan(place, project.number());
        people(place);
        releases(place);
        resources(place);
        equipment(place);
        draft(place);
        return place;
    }

    /** What the E-RUN gives, may lead and is away for; a room and a closed school. */
    private void resources(OnePlace place) {
        Circo circo = place.circo();
        long erun = circo.erun().id();
        place.with(
                        Thing.TRAINER_WEEK,
                        insert(
                                "INSERT INTO trainer_week (agent_id, from_day, given, most_half_days) VALUES (?, DATE '2026-09-01', '1M,3A,3M,3S', 40)",
                                erun))
                .with(
                        Thing.ABSENCE,
                        insert(
                                "INSERT INTO trainer_absence (agent_id, from_day, until_day) VALUES (?, DATE '2027-01-18', DATE '2027-01-22')",
                                erun))
                .with(
                        Thing.CERTIFICATION,
                        insert(
                                "INSERT INTO trainer_certification (agent_id, module_code, granted, from_day, decided_by, decided_on) VALUES (?, 'PEDA-1', TRUE, DATE '2026-09-01', 'x', DATE '2026-09-01')",
                                erun))
                .with(
                        Thing.ROOM,
                        insert(
                                "INSERT INTO training_room (version, circonscription_uai, name, commune, capacity, place) VALUES (0, ?, 'Médiathèque', 'Bruz', 24, 'bruz mediatheque')",
                                circo.uai()))
                .with(
                        Thing.CLOSURE,
                        insert(
                                "INSERT INTO school_closure (circonscription_uai, school_uai, from_day, until_day, reason) VALUES (?, ?, DATE '2027-01-11', DATE '2027-01-11', 'Neige')",
                                circo.uai(),
                                circo.schools().get(0)));
    }

    /** Accounts of the training space, booked for the session to come. */
    private void equipment(OnePlace place) {
        long item = insert(
                "INSERT INTO equipment_item (version, circonscription_uai, kind, name, quantity, provider) VALUES (0, ?, 'ESPACE_ESSAI', 'Comptes', 30, 'CIRCONSCRIPTION')",
                place.circo().uai());
        place.with(Thing.EQUIPMENT, item)
                .with(
                        Thing.BOOKING,
                        insert(
                                "INSERT INTO equipment_booking (version, session_id, kind, wanted, state) VALUES (0, ?, 'ESPACE_ESSAI', 10, 'A_RESERVER')",
                                Long.parseLong(place.of(Thing.SESSION))));
    }

    /** A letter that the secretary has not let go yet. */
    private void draft(OnePlace place) {
        String login =
                accounts.ofAgent(place.circo().secretary().id()).orElseThrow().login();
        String key = "draft:" + place.circo().uai();
        transaction.executeWithoutResult(tx -> post.prepare(
                place.circo().teachers().get(0).id(),
                new Letter("session/attested", key, Map.of("titre", "Présentation", "numero", "1"), "/moi", null),
                List.of(new Attachment("ordre.txt", "text/plain", new byte[] {65})),
                login));
        place.with(Thing.DRAFT, number("SELECT MAX(id) FROM outbox_mail WHERE mail_key LIKE ?", key + "%"));
    }

    /** What the ground cannot make before its day: the sessions that have begun. */
    public void begin() {
        driver.travelTo(LAST_WEEK.plusMinutes(30));
    }

    private void sessions(OnePlace place) {
        TrainingSession coming = sessions.session(place.circo(), 10, 1);
        Enrolment summoned = sessions.enrol(coming, place.circo().teachers().get(0));
        papers.issue(IssuedPapers.Kind.CONVOCATION, coming, summoned);
        long enrolment = summoned.id();
        jdbc.sql("UPDATE enrolment SET convoked_at = CURRENT_TIMESTAMP WHERE id = ?")
                .param(enrolment)
                .update();
        place.with(Thing.SESSION, coming.id()).with(Thing.ENROLMENT, enrolment);
        TrainingSession begun = sessions.session(place.circo(), LAST_WEEK, 10, 1);
        Enrolment attested = sessions.enrol(begun, place.circo().teachers().get(2));
        papers.issue(IssuedPapers.Kind.ATTESTATION, begun, attested);
        long present = attested.id();
        String number = "2026-" + String.format("%06d", present) + "-ESSAI";
        insert(
                "INSERT INTO attestation (number, enrolment_id, agent_id, session_id, minutes, issued_on) VALUES (?, ?, ?, ?, 90, DATE '2026-09-02')",
                number,
                present,
                place.circo().teachers().get(2).id(),
                begun.id());
        place.with(Thing.HELD_SESSION, begun.id())
                .with(Thing.HELD_ENROLMENT, present)
                .with(Thing.ATTESTATION, number);
    }

    private void needs(OnePlace place, PlanningGround.Case project) {
        Circo circo = place.circo();
        plans.answered(project, circo.schools().get(0), "{}");
        long campaign = number("SELECT id FROM campaign WHERE project_id = ?", project.number());
        jdbc.sql("INSERT INTO campaign_perimeter (campaign_id, kind, ref) VALUES (?, 'PROJET', ?)")
                .params(campaign, String.valueOf(project.number()))
                .update();
        place.with(Thing.CAMPAIGN, campaign)
                .with(Thing.GRID_LINE, number("SELECT MIN(id) FROM need_line WHERE campaign_id = ?", campaign));
        circo.schools().forEach(uai -> jdbc.sql("""
                INSERT INTO need_school (campaign_id, school_uai, estimated, classes, declared_teachers, listed_teachers, priority, priority_reason,
                                         priority_rule, priority_facts)
                VALUES (?, ?, FALSE, 5, 3, 3, 1, 'Essai', 'other', '{}')""").params(campaign, uai).update());
        long open = campaign(circo, "OUVERTE");
        place.with(Thing.OPEN_CAMPAIGN, open)
                .with(Thing.DRAFT_CAMPAIGN, campaign(circo, "BROUILLON"))
                .with(
                        Thing.SURVEY,
                        insert(
                                "INSERT INTO survey (version, campaign_id, school_uai, state, invited_on) VALUES (0, ?, ?, 'INVITE', DATE '2026-09-01')",
                                open,
                                circo.schools().get(0)));
    }

    private long campaign(Circo circo, String state) {
        long id = insert("""
                INSERT INTO campaign (version, circonscription_uai, opens_on, deadline, threshold, state, rounds, title)
                VALUES (0, ?, DATE '2026-09-01', DATE '2026-10-16', 80, ?, 0, 'Campagne d''essai')""", circo.uai(), state);
        jdbc.sql("INSERT INTO campaign_perimeter (campaign_id, kind, ref) VALUES (?, 'CIRCONSCRIPTION', ?)")
                .params(id, circo.uai())
                .update();
        jdbc.sql(
                        "INSERT INTO campaign_count (campaign_id, circonscription_uai, expected, answered, late) VALUES (?, ?, 4, 0, 0)")
                .params(id, circo.uai())
                .update();
        circo.schools().forEach(uai -> jdbc.sql(
                        "INSERT INTO campaign_target (campaign_id, school_uai, counted_in) VALUES (?, ?, ?)")
                .params(id, uai, circo.uai())
                .update());
        return id;
    }

    /** In force, and another one that is still talked about; its only line has a number of its own. */
    private void plan(OnePlace place, long project) {
        String sql =
                "INSERT INTO training_plan (version, project_id, number, kind, state, created_on) VALUES (0, ?, 1, 'INITIAL', ?, DATE '2026-09-01')";
        place.with(Thing.PLAN, insert(sql, project, "APPROUVE"));
        long draft = insert(sql, project, "EN_CONCERTATION");
        place.with(Thing.DRAFT_PLAN, draft).with(Thing.LINE, made);
        for (long plan : new long[] {Long.parseLong(place.of(Thing.PLAN)), draft}) {
            long line = insert("""
                    INSERT INTO planned_session (plan_id, line, phase, vague_rank, module_code, held_on, starts_at, minutes, place, format, capacity,
                    trainer_kind, trainer_agent_id, profiles, expected) VALUES (?, ?, 'VAGUE', 1, 'PEDA-1', DATE '2026-12-02', TIME '14:00', 180, 'Rennes',
                    'PRESENTIEL', 20, 'EQUIPE_CIRCONSCRIPTION', ?, 'ENSEIGNANT', 2)""", plan, made, place.circo().cpc().id());
            jdbc.sql("INSERT INTO planned_session_school (planned_session, school_uai, people) VALUES (?, ?, 2)")
                    .params(line, place.circo().schools().get(0))
                    .update();
        }
    }

    private void people(OnePlace place) {
        Circo circo = place.circo();
        String school = circo.schools().get(0);
        place.with(Thing.MEETING, insert("""
                INSERT INTO school_meeting (version, school_uai, held_on, place) VALUES (0, ?, DATE '2026-09-01', 'Préau')""", school));
        UUID lot = UUID.randomUUID();
        for (int family = 0; family < 5; family++) { // fewer are shown to nobody
            UUID word = UUID.randomUUID();
            place.with(Thing.FAMILY_WORD, word);
            jdbc.sql("""
                    INSERT INTO parents_answer (id, school_uai, version_id, c1, c2, needs, review, lot)
                    VALUES (?, ?, 3, 'OUI', 'OUI', 'Un mot', 'A_LIRE', ?)""").params(word, school, lot).update();
        }
        long alone = insert(
                "INSERT INTO self_study (project_id, circonscription_uai, module_code, minutes, opened_on, due_on)"
                        + " VALUES (?, ?, 'CHARTE', 30, DATE '2026-09-01', DATE '2026-10-01')",
                Long.parseLong(place.of(Thing.PROJECT)),
                circo.uai());
        UUID said = UUID.randomUUID();
        place.with(Thing.EVALUATION_WORD, said);
        jdbc.sql("INSERT INTO evaluation_word (id, version_id, kind, self_study_id, question, said, review, lot)"
                        + " VALUES (?, 1, 'HOT', ?, 'unclear', 'Un mot', 'A_LIRE', ?)")
                .params(said, alone, lot)
                .update();
        place.with(Thing.BUNDLE, insert("""
                INSERT INTO mail_bundle (circonscription_uai, about, title, prepared_at)
                VALUES (?, '/plans/1', 'Avenant', CURRENT_TIMESTAMP)""", circo.uai()));
        ground.as(circo.erun());
        Agent newcomer = staff.register(
                        NewAgent.inSchool(
                                "Arrivant" + circo.uai(),
                                "Dominique",
                                circo.uai() + ".a@exemple.invalid",
                                AgentFunction.ADJOINT,
                                circo.schools().get(0)),
                        ArrivalKind.NEWCOMER)
                .orElseThrow();
        place.with(Thing.ARRIVAL, number("SELECT id FROM arrival WHERE agent_id = ?", newcomer.id()));
        place.with(
                Thing.DEPARTURE,
                insert(
                        """
                INSERT INTO departure (version, agent_id, open_agent_id, school_uai, circonscription_uai, departement_code, state, detected_on)
                VALUES (0, ?, ?, ?, ?, '035', 'ABSENT_DU_FICHIER', DATE '2026-09-01')""",
                        circo.teachers().get(1).id(),
                        circo.teachers().get(1).id(),
                        circo.schools().get(0),
                        circo.uai()));
        ground.as(circo.ien());
        place.with(
                Thing.DELEGATION,
                delegations
                        .name(new NewDelegation(
                                circo.uai(),
                                circo.ien().id(),
                                circo.erun().id(),
                                LocalDate.of(2026, 11, 2),
                                LocalDate.of(2026, 11, 6),
                                "Stage"))
                        .id());
        hours.add(
                circo.teachers().get(1).id(),
                UUID.randomUUID(),
                new OutsideHours("Animation", LocalDate.of(2026, 9, 1), 90));
        place.with(
                Thing.HOURS_LINE,
                number(
                        "SELECT MAX(id) FROM hours_entry WHERE agent_id = ?",
                        circo.teachers().get(1).id()));
        ground.as(circo.secretary());
        String login = accounts.ofAgent(circo.secretary().id()).orElseThrow().login();
        place.with(
                        Thing.UNMATCHED_LIST,
                        deposits.deposit(
                                new ByteArrayResource("qui;quoi\nA;B\n".getBytes(StandardCharsets.UTF_8)), "liste.csv"))
                .with(Thing.LIST, list(login, "A_VERIFIER", circo))
                .with(Thing.WRITTEN_LIST, list(login, "ENREGISTRE", circo));
    }

    private long list(String login, String state, Circo circo) {
        long id = insert(
                "INSERT INTO staff_import (at, by_whom, file_name, state, kind) VALUES (CURRENT_TIMESTAMP, ?, 'liste.csv', ?, 'RECOMMANDE')",
                login,
                state);
        jdbc.sql(
                        "INSERT INTO staff_import_place (import_id, uai, circonscription_uai, was_empty) VALUES (?, ?, ?, FALSE)")
                .params(id, circo.schools().get(0), circo.uai())
                .update();
        return id;
    }

    private void releases(OnePlace place) {
        ground.as(place.circo().erun());
        place.with(
                        Thing.MATERIAL,
                        materials
                                .add(new NewMaterial(
                                        place.circo().uai(),
                                        "PEDA-1",
                                        MaterialKind.NOTICE,
                                        "Guide d'essai",
                                        place.circo().erun().id(),
                                        false,
                                        MaterialContent.of("", "guide.pdf", "%PDF-1.7".getBytes())))
                                .id())
                .with(
                        Thing.RELEASE,
                        releases.declare(new NewRelease(
                                        place.circo().uai(),
                                        "1." + made,
                                        LocalDate.of(2026, 9, 20),
                                        "Des boutons",
                                        Set.of("PEDA-1"),
                                        null))
                                .id());
    }

    private long number(String sql, Object value) {
        return jdbc.sql(sql).param(value).query(Long.class).single();
    }

    private long insert(String sql, Object... values) {
        var key = new GeneratedKeyHolder();
        jdbc.sql(sql).params(values).update(key, "id");
        return key.getKey().longValue();
    }
}
