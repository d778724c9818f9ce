package fr.forment.plan;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.french.French;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.plan.feedback.SchoolFeedback;
import fr.forment.plan.feedback.SchoolFeedbacks;
import fr.forment.post.Correspondence;
import fr.forment.post.Letter;
import fr.forment.project.Projects;
import fr.forment.resource.MeetingPlace;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Who is written to about a plan, under which key. */
@Component
@RequiredArgsConstructor
class PlanMails {

    private static final List<Role> TEAM = List.of(Role.CPC, Role.ERUN, Role.DSI);
    private static final List<Role> EDITORS = List.of(Role.CPC, Role.ERUN);

    private final Correspondence post;
    private final PlanTerms terms;
    private final PlanLines lines;
    private final ToldLines told;
    private final PlanFindings findings;
    private final PlanFollowUp followUp;
    private final SchoolFeedbacks feedbacks;
    private final Projects projects;
    private final Agents agents;
    private final Schools schools;
    private final Catalogue catalogue;

    void consultationOpened(Plan plan) {
        to(TEAM, plan, "consultationOpened", "consult", until(terms.commentsUntil(plan)));
    }

    void consultationReminded(Plan plan) {
        to(TEAM, plan, "consultationReminded", "remindComment", until(terms.commentsUntil(plan)));
    }

    void submitted(Plan plan) {
        to(
                List.of(Role.IEN),
                plan,
                "submitted",
                "submit",
                Map.of("limite", French.day(terms.approvalReminder(plan, 2))));
    }

    void approvalReminded(Plan plan) {
        to(
                List.of(Role.IEN),
                plan,
                "approvalReminded",
                "remindApproval",
                Map.of(
                        "soumis",
                        French.day(plan.submittedOn()),
                        "limite",
                        French.day(terms.approvalReminder(plan, 2))));
    }

    /** The delegate and the IEN learn of it together. */
    void approvalDelegated(Plan plan) {
        var model = Map.<String, Object>of("soumis", French.day(plan.submittedOn()));
        to(List.of(Role.IEN), plan, "approvalDelegated", "openToDelegate", model);
        post.toGroup(
                Role.IEN_NUMERIQUE,
                terms.circonscription(plan).departementCode(),
                letter(plan, "approvalDelegated", "openToDelegate", model));
    }

    String delegates(Plan plan) {
        return Groups.of(Role.IEN_NUMERIQUE, terms.circonscription(plan).departementCode());
    }

    /** @param next the version that is open now */
    void sentBack(Plan plan, Plan next, String remarks) {
        var model = new HashMap<>(until(terms.revisionUntil(next)));
        model.put("remarques", remarks);
        to(EDITORS, plan, "sentBack", "sentBack", model);
    }

    void revisionReminded(Plan plan) {
        to(EDITORS, plan, "revisionReminded", "remindRevision", until(terms.revisionUntil(plan)));
    }

    void rejected(Plan plan, String remarks) {
        to(TEAM, plan, "rejected", "reject", Map.of("remarques", remarks));
    }

    /**
     * The team learns that it is in force; each director what it holds for his school, and what became of what he
     * asked.
     */
    void approved(Plan plan) {
        to(TEAM, plan, "approved", "publish", Map.of());
        Map<String, SchoolFeedback> news = feedbacks.news(plan);
        Map<String, List<String>> sessions = sentences(standing(plan));
        Map<String, School> known = schools.findAll(news.keySet());
        var general = model(plan, Map.of()); // all of it once: a plan may serve thousands of schools
        Map<String, Agent> directors = agents.directorsOf(news.keySet());
        Map<Long, Letter> letters = new HashMap<>();
        directors.forEach((uai, director) -> {
            SchoolFeedback feedback = news.get(uai);
            var model = new HashMap<>(general);
            model.put("sessions", sessions.getOrDefault(uai, List.of()));
            model.put(
                    "demandes",
                    Stream.concat(feedback.modules().stream(), feedback.wishes().stream())
                            .map(PlanMails::sentence)
                            .toList());
            model.put("repondu", feedback.answered());
            model.put("avenant", plan.isAmendment());
            model.put("ecole", known.get(uai).displayName());
            letters.put(
                    director.id(),
                    new Letter(
                            "plan/approvedForSchool",
                            "trainingPlan:publish:" + plan.id() + ":" + uai,
                            model,
                            "/plans/" + plan.id() + "/ecoles/" + uai,
                            null));
        });
        post.toAgents(letters);
    }

    /** What an amendment leaves alone stays where people have moved it since. */
    private List<PlannedSession> standing(Plan plan) {
        List<PlannedSession> all = lines.of(plan.id());
        Map<Integer, PlanFollowUp.Present> now = plan.basePlanId() == null ? Map.of() : followUp.present(plan);
        if (now.isEmpty()) {
            return all;
        }
        Map<Integer, PlannedSession> before =
                told.before(plan).stream().collect(Collectors.toMap(PlannedSession::line, Function.identity()));
        return PlanFollowUp.HeldPlan.of(
                        all.stream()
                                .filter(line -> now.containsKey(line.line()) && before.containsKey(line.line()))
                                .collect(Collectors.toMap(PlannedSession::line, line -> now.get(line.line())
                                        .amended(before.get(line.line()), line))),
                        all)
                .halfDays();
    }

    /** By school. */
    private Map<String, List<String>> sentences(List<PlannedSession> sessions) {
        Map<String, String> titles =
                catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, TrainingModule::title));
        Map<String, School> places =
                schools.findAll(sessions.stream().map(PlannedSession::place).collect(Collectors.toSet()));
        Map<String, List<String>> sentences = new HashMap<>();
        sessions.forEach(session -> {
            String place = places.containsKey(session.place())
                    ? places.get(session.place()).displayName()
                    : MeetingPlace.masked(MeetingPlace.toBeTold(session.place()));
            String sentence =
                    French.day(session.day()) + ", " + French.time(session.start()) + " à " + French.time(session.end())
                            + " : " + titles.getOrDefault(session.moduleCode(), session.moduleCode()) + " – " + place;
            session.schoolUais().forEach(uai -> sentences
                    .computeIfAbsent(uai, none -> new ArrayList<>())
                    .add(sentence));
        });
        return sentences;
    }

    /** What is taken up stands above, with its day. */
    private static String sentence(SchoolFeedback.Entry entry) {
        return entry.asked() + " – " + entry.outcome().label() + "."
                + (entry.outcome() == SchoolFeedback.Outcome.TAKEN ? "" : " " + entry.answer());
    }

    private void to(List<Role> roles, Plan plan, String template, String step, Map<String, Object> more) {
        String circonscription = terms.circonscription(plan).uai();
        roles.forEach(role -> post.toGroup(role, circonscription, letter(plan, template, step, more)));
    }

    private static Map<String, Object> until(LocalDateTime end) {
        return Map.of("jusquau", French.day(end), "court", French.brief(end));
    }

    private Letter letter(Plan plan, String template, String step, Map<String, Object> more) {
        return new Letter(
                "plan/" + template,
                "trainingPlan:" + step + ":" + plan.id(),
                model(plan, more),
                "/plans/" + plan.id(),
                null);
    }

    private Map<String, Object> model(Plan plan, Map<String, ?> more) {
        Means means = Means.of(lines.of(plan.id()));
        Map<String, Object> model = new HashMap<>(more);
        String article = plan.isAmendment() ? "l'" : "le ";
        model.put("lePlan", (plan.isAmendment() ? "L'" : "Le ") + plan.inSentence());
        model.put("unPlan", article + plan.inSentence());
        model.put("duPlan", (plan.isAmendment() ? "de l'" : "du ") + plan.inSentence());
        model.put("projet", projects.find(plan.projectId()).orElseThrow().title());
        model.put("nombre", French.count(means.sessions(), "session"));
        model.put("heuresFormateurs", means.trainerHours());
        model.put("heuresStagiaires", means.traineeHours());
        model.put(
                "alertes",
                findings.warnings(plan.id()).stream()
                        .filter(warning -> warning.weight() != Warning.Weight.INFORMATION)
                        .limit(5)
                        .map(warning ->
                                (warning.line() == null ? "" : "Ligne " + warning.line() + " : ") + warning.text())
                        .toList());
        return model;
    }
}
