package fr.forment.attack.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import fr.forment.HouseTest;
import fr.forment.TestGround;
import fr.forment.TestGround.Circo;
import fr.forment.Visitor;
import fr.forment.access.AccountService;
import fr.forment.access.DelegationService;
import fr.forment.access.RoleGivingService;
import fr.forment.account.AgentFunction;
import fr.forment.account.NewDelegation;
import fr.forment.account.Role;
import fr.forment.people.Agent;
import fr.forment.people.AgentEvent;
import fr.forment.people.AgentTimeline;
import fr.forment.people.Agents;
import fr.forment.people.NewAgent;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

/**
 * To change an address is to give access: a list with another address, a new password sent there, and one is signed in.
 * Tried through the real doors by everybody who brings lists, on everybody they know.
 */
@Tag("attack")
@HouseTest
class AddressTakeoverTest {

    private static final String PASSWORD = "Une rose rouge en 2026";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    TestGround ground;

    @Autowired
    Visitor visitor;

    @Autowired
    MockMvc web;

    @Autowired
    Agents agents;

    @Autowired
    AgentTimeline history;

    @Autowired
    AccountService accounts;

    @Autowired
    RoleGivingService roles;

    @Autowired
    DelegationService delegations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("applicationTaskExecutor")
    ThreadPoolTaskExecutor afterwards;

    private Circo here;
    private Circo there;

    @BeforeEach
    void make() {
        here = ground.circonscription(2);
        there = ground.circonscription(1);
    }

    @Test
    void aSecretaryTakesOverNobodyOfTheTeam() throws Exception {
        for (Agent victim : List.of(here.cpc(), here.erun(), here.ien())) {
            takesOver(here.secretary(), victim, here.uai(), false);
        }
        takesOver(here.erun(), here.secretary(), here.uai(), false);
        takesOver(here.cpc(), here.teachers().get(0), here.schools().get(0), false);
        takesOver(here.ien(), here.cpc(), here.uai(), true);
    }

    @Test
    void aDirectorTakesOverNobodyOfTheSchool() throws Exception {
        takesOver(
                here.directors().get(0), here.teachers().get(0), here.schools().get(0), false);
        give(here.teachers().get(1), Role.CPC, here.uai());
        takesOver(
                here.directors().get(0), here.teachers().get(1), here.schools().get(0), false);
    }

    @Test
    void rolesGivenByHandAndLentOnesCount() throws Exception {
        Agent sameRank = here.teachers().get(0);
        give(sameRank, Role.ERUN, here.uai());
        takesOver(here.secretary(), sameRank, here.schools().get(0), false);
        Agent higher = here.teachers().get(1);
        give(higher, Role.IEN_NUMERIQUE, "035");
        takesOver(here.secretary(), higher, here.schools().get(0), false);
        takesOver(here.ien(), higher, here.schools().get(0), false);
        Agent directsElsewhere = here.teachers().get(2);
        give(directsElsewhere, Role.DIRECTEUR, there.schools().get(0));
        takesOver(here.secretary(), directsElsewhere, here.schools().get(1), false);
        Agent nextMonth = here.erun();
        ground.as(here.ien());
        delegations.name(new NewDelegation(
                here.uai(),
                here.ien().id(),
                nextMonth.id(),
                LocalDate.of(2026, 10, 5),
                LocalDate.of(2026, 10, 9),
                "Stage"));
        SecurityContextHolder.clearContext();
        takesOver(here.ien(), nextMonth, here.uai(), false);
        assertThat(visitor.as(here.ien(), post("/personnels/" + nextMonth.id() + "/acces"))
                        .getStatus())
                .as("nor is a password given")
                .isEqualTo(403);
        assertThat(visitor.as(here.secretary(), post("/personnels/" + directsElsewhere.id() + "/acces"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void whoMayGiveAccessChangesTheAddressAndEverybodyIsTold() throws Exception {
        Agent teacher = here.teachers().get(0);
        forgotten(teacher.email());
        String before = token(teacher.email());
        String evil = takesOver(here.secretary(), teacher, here.schools().get(0), true);

        assertThat(web.perform(get("/acces/lien/" + before))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("asked before, used after")
                .isEqualTo(410);
        String told = mails(teacher.email()).get(mails(teacher.email()).size() - 1);
        assertThat(told)
                .contains("n'est plus celle de votre compte")
                .contains(here.secretary().fullName())
                .contains(here.uai())
                .doesNotContain("http")
                .doesNotContain(evil);
        assertThat(history.of(teacher.id())).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo(AgentEvent.ADDRESS.label());
            assertThat(entry.byWhom()).isEqualTo(here.secretary().fullName());
            assertThat(entry.before()).isEqualTo(teacher.email());
            assertThat(entry.after()).isEqualTo(evil);
        });
        takesOver(here.secretary(), teacher, here.schools().get(0), true);
        assertThat(mails(evil))
                .as("the one in between is told too")
                .anyMatch(mail -> mail.contains("n'est plus celle de votre compte"));
    }

    @Test
    void caseAndSpacesAreNoChange() throws Exception {
        Agent teacher = here.teachers().get(0);
        forgotten(teacher.email());
        String asked = token(teacher.email());
        String preview = bring(
                here.secretary(),
                line(here.schools().get(0), teacher, teacher.email().toUpperCase() + "\u00a0 ", 50));
        assertThat(page(here.secretary(), preview, "CHANGED").select("#adresses"))
                .isEmpty();
        write(here.secretary(), preview);
        assertThat(agents.find(teacher.id()).orElseThrow().quotity()).isEqualTo(50);
        assertThat(web.perform(get("/acces/lien/" + asked))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("still serves")
                .isEqualTo(200);
        assertThat(mails(teacher.email())).noneMatch(mail -> mail.contains("n'est plus celle"));
    }

    @Test
    void aNewPersonOfTheTeamGetsNoAddressFromTheSecretary() throws Exception {
        String evil = evil();
        String preview = bring(here.secretary(), here.uai() + ";Nouvelle;Conseillère;" + evil + ";CPC;100");
        assertThat(page(here.secretary(), preview, "NEW")
                        .select("section[aria-labelledby=adresses]")
                        .text())
                .contains("ligne 2")
                .contains(evil)
                .contains("l'IEN");
        write(here.secretary(), preview);
        assertThat(agents.withEmails(List.of(evil))).isEmpty();
        assertThat(agents.withFunction(here.uai(), AgentFunction.CPC))
                .as("but is on the list")
                .anyMatch(agent -> agent.lastName().equals("Nouvelle"));
        forgotten(evil);
        assertThat(mails(evil)).isEmpty();

        bringAndWrite(here.secretary(), here.uai() + ";Nouvelle;Conseillère;" + evil + ";CPC;80");
        assertThat(agents.withEmails(List.of(evil)))
                .as("nor later, as a first address")
                .isEmpty();
        bringAndWrite(here.ien(), here.uai() + ";Nouvelle;Conseillère;" + evil + ";CPC;80");
        assertThat(agents.withEmails(List.of(evil))).hasSize(1);
    }

    /** First somebody harmless whose account one opens, then the function that one could not give. */
    @Test
    void nobodyRisesWithAnAddressOfTheSecretarys() throws Exception {
        String evil = evil();
        bringAndWrite(here.secretary(), here.schools().get(0) + ";Marche;Pied;" + evil + ";adjoint;100");
        forgotten(evil);
        choose(token(evil));
        assertThat(signsIn(evil)).isTrue();
        String preview = bring(here.secretary(), here.uai() + ";Marche;Pied;" + evil + ";CPC;100");
        Document page = page(here.secretary(), preview, "TO_FIX");
        assertThat(page.select("section[aria-labelledby=lignes]").text()).contains("l'IEN de sa circonscription");
        write(here.secretary(), preview);
        Agent climber = agents.withEmails(List.of(evil)).get(0);
        assertThat(climber.function()).isEqualTo(AgentFunction.ADJOINT);
        assertThat(accounts.ofAgent(climber.id()).orElseThrow().has(Role.CPC)).isFalse();
    }

    /** Otherwise the account of a lower rank is opened, and the rights come back to whoever holds its password. */
    @Test
    void nobodyIsLoweredByWhoMayNotRaiseHim() throws Exception {
        Agent departementale = ground.agent(
                NewAgent.inDepartement("Départementale" + here.uai(), "Ana", evil(), AgentFunction.CPD, "035"));
        lowers(here.ien(), departementale, false);
        lowers(here.secretary(), here.cpc(), false);
        lowers(here.secretary(), here.erun(), false);
        lowers(here.erun(), here.secretary(), false);
        lowers(here.cpc(), here.erun(), false);
        lowers(here.ien(), here.cpc(), true);
    }

    private void lowers(Agent attacker, Agent victim, boolean mayDoSo) throws Exception {
        String school = here.schools().get(0);
        String list =
                school + ";" + victim.lastName() + ";" + victim.firstName() + ";" + victim.email() + ";adjoint;100";
        bringAndWrite(attacker, list);
        assertThat(agents.find(victim.id()).orElseThrow().function() == AgentFunction.ADJOINT)
                .as(attacker.function() + " → " + victim.function())
                .isEqualTo(mayDoSo);
    }

    @Test
    void nobodySendsAwayWhomHeMayNotName() throws Exception {
        Agent wide = here.teachers().get(0);
        give(wide, Role.IEN, here.uai());
        leaves(here.secretary(), wide, false);
        leaves(here.secretary(), here.cpc(), false);
        leaves(here.secretary(), here.teachers().get(1), true);
    }

    private void leaves(Agent attacker, Agent victim, boolean mayDoSo) throws Exception {
        String place = victim.schoolUai() == null ? here.uai() : victim.schoolUai();
        String line = place + ";" + victim.lastName() + ";" + victim.firstName() + ";" + victim.email() + ";"
                + victim.function().name() + ";100;2026-09-02";
        String csv = "uai;nom;prenom;courriel_professionnel;fonction;quotite;date_depart\n" + line + "\n";
        write(attacker, deposit(attacker, csv));
        assertThat(agents.find(victim.id()).orElseThrow().leftOn() != null)
                .as(attacker.function() + " → " + victim.function())
                .isEqualTo(mayDoSo);
    }

    @Test
    void aPasswordSomebodyElseKnowsOpensNothingMore() throws Exception {
        Agent teacher = here.teachers().get(0);
        String known = accounts.giveAccess(teacher.id());
        give(teacher, Role.CPC, here.uai());
        assertThat(accounts.ofAgent(teacher.id()).orElseThrow().passwordHash())
                .as("the secretary knows " + known.length() + " signs")
                .isNull();
        bringAndWrite(
                here.ien(),
                here.uai() + ";" + teacher.lastName() + ";" + teacher.firstName() + ";" + teacher.email() + ";CPC;100");
        String own = accounts.giveAccess(teacher.id());
        accounts.changePassword(accounts.ofAgent(teacher.id()).orElseThrow().login(), own, PASSWORD);
        give(teacher, Role.ERUN, here.uai());
        assertThat(accounts.ofAgent(teacher.id()).orElseThrow().passwordHash())
                .as("one's own stays")
                .isNotNull();
    }

    @Test
    void anUndoingAsksForTheSameRight() throws Exception {
        Agent teacher = here.teachers().get(0);
        String second = evil();
        String journal = bringAndWrite(here.secretary(), line(here.schools().get(0), teacher, second, 100));
        forgotten(second);
        String asked = token(second);
        jdbc.sql("DELETE FROM journal WHERE kind = 'AGENT' AND subject = ? AND what = 'ACCESS'")
                .param(String.valueOf(teacher.id()))
                .update();
        jdbc.sql(
                        "INSERT INTO account_role (account_id, role, perimeter) SELECT id, 'CPC', ? FROM account WHERE agent_id = ?")
                .params(here.uai(), teacher.id())
                .update();
        Document page = Jsoup.parse(visitor.as(here.secretary(), get(journal)).getContentAsString());
        assertThat(page.text()).contains("son adresse ne peut être changée que par l'IEN de sa circonscription");
        visitor.as(here.secretary(), post(journal + "/annulation"));
        assertThat(agents.find(teacher.id()).orElseThrow().email()).isEqualTo(second);

        jdbc.sql(
                        "DELETE FROM account_role WHERE role = 'CPC' AND account_id = (SELECT id FROM account WHERE agent_id = ?)")
                .param(teacher.id())
                .update();
        visitor.as(here.secretary(), post(journal + "/annulation"));
        assertThat(agents.find(teacher.id()).orElseThrow().email()).isEqualTo(teacher.email());
        assertThat(web.perform(get("/acces/lien/" + asked))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(410);
        assertThat(mails(second)).anyMatch(mail -> mail.contains("n'est plus celle de votre compte"));
    }

    @Test
    void anUndoingTakesNoAddressFromSomebodyElse() throws Exception {
        Agent teacher = here.teachers().get(0);
        String journal = bringAndWrite(here.secretary(), line(here.schools().get(0), teacher, evil(), 100));
        bringAndWrite(here.secretary(), here.schools().get(0) + ";Suivante;Rose;" + teacher.email() + ";adjoint;100");
        assertThat(visitor.page(here.secretary(), journal).text())
                .contains("son ancienne adresse est devenue celle de quelqu'un d'autre");
        assertThat(visitor.as(here.secretary(), post(journal + "/annulation")).getStatus())
                .isEqualTo(302);
        assertThat(agents.withEmails(List.of(teacher.email())))
                .singleElement()
                .extracting(Agent::lastName)
                .isEqualTo("Suivante");
    }

    /** Between the preview and its acceptance the person was given a role: the line is judged anew. */
    @Test
    void theRightIsAskedAgainWhenTheListIsWritten() throws Exception {
        Agent teacher = here.teachers().get(0);
        String evil = evil();
        String preview = bring(here.secretary(), line(here.schools().get(0), teacher, evil, 80));
        Document page = page(here.secretary(), preview, "CHANGED");
        assertThat(page.select("section[aria-labelledby=adresses]")).isEmpty();
        give(teacher, Role.CPC, here.uai());
        write(here.secretary(), preview);
        assertThat(agents.find(teacher.id()).orElseThrow().email()).isEqualTo(teacher.email());
        assertThat(page(here.secretary(), preview, "CHANGED")
                        .select("section[aria-labelledby=adresses]")
                        .text())
                .contains(evil);
    }

    @Test
    void aFirstAddressIsPartOfRegisteringAndNoMore() throws Exception {
        Agent unreachable = ground.agent(NewAgent.inSchool(
                "Sansadresse",
                "Lou",
                null,
                AgentFunction.ADJOINT,
                here.schools().get(0)));
        String first = evil();
        bringAndWrite(here.directors().get(0), line(here.schools().get(0), unreachable, first, 100));
        assertThat(agents.find(unreachable.id()).orElseThrow().email())
                .as("never opened, below the director")
                .isEqualTo(first);
        takesOver(here.directors().get(0), unreachable, here.schools().get(0), false);

        Agent opened = ground.agent(NewAgent.inSchool(
                "Sansadresse",
                "Luc",
                null,
                AgentFunction.ADJOINT,
                here.schools().get(0)));
        accounts.giveAccess(opened.id());
        bringAndWrite(here.directors().get(0), line(here.schools().get(0), opened, evil(), 100));
        assertThat(agents.find(opened.id()).orElseThrow().email())
                .as("opened with a provisional password")
                .isNull();

        Agent wide = ground.agent(NewAgent.inSchool(
                "Sansadresse",
                "Léo",
                null,
                AgentFunction.ADJOINT,
                here.schools().get(0)));
        give(wide, Role.CPC, here.uai());
        bringAndWrite(here.secretary(), line(here.schools().get(0), wide, evil(), 100));
        assertThat(agents.find(wide.id()).orElseThrow().email())
                .as("a wide role and no address yet")
                .isNull();
    }

    /** Who declares by a lent right has no key of his own to give. */
    @Test
    void aDeclaredArrivalGivesNoAddressByALentRight() throws Exception {
        String evil = evil();
        var declaration = post("/arrivees/declarer")
                .param("lastName", "Arrivante")
                .param("firstName", "Zoé")
                .param("email", evil)
                .param("function", "DIRECTEUR")
                .param("schoolUai", there.schools().get(0))
                .param("quotity", "100")
                .param("takenUpOn", "2026-09-01")
                .param("entExperience", "non");
        lend(Role.ERUN, there.uai(), there.erun(), here.cpc());
        String page = visitor.as(here.cpc(), declaration).getContentAsString();
        assertThat(Jsoup.parse(page).select("#no-email").text()).contains("laissez-la vide");
        assertThat(Jsoup.parse(page).select("#lastName").val())
                .as("nothing typed is lost")
                .isEqualTo("Arrivante");
        assertThat(agents.withEmails(List.of(evil))).isEmpty();
        assertThat(visitor.as(there.erun(), declaration).getStatus()).isEqualTo(302);
        assertThat(agents.withEmails(List.of(evil))).hasSize(1);
    }

    /** The whole way in; returns the address. */
    private String takesOver(Agent attacker, Agent known, String place, boolean mayDoSo) throws Exception {
        Agent victim = agents.find(known.id()).orElseThrow();
        String evil = evil();
        int quotity = victim.quotity() == 100 ? 80 : 100;
        String preview = bring(attacker, line(place, victim, evil, quotity));
        String shown = page(attacker, preview, "CHANGED")
                .select("section[aria-labelledby=adresses]")
                .text();
        if (!mayDoSo && attackerMayRegister(attacker, victim)) {
            assertThat(shown)
                    .as(attacker.function() + " → " + victim.function())
                    .contains("ligne 2")
                    .contains("ne peut être changée que par")
                    .contains(evil);
        }
        write(attacker, preview);
        forgotten(evil);
        Agent now = agents.find(victim.id()).orElseThrow();
        if (mayDoSo) {
            assertThat(now.email()).isEqualTo(evil);
            choose(token(evil));
            assertThat(signsIn(evil)).isTrue();
        } else {
            assertThat(now.email())
                    .as(attacker.function() + " → " + victim.function())
                    .isEqualTo(victim.email());
            assertThat(mails(evil)).isEmpty();
            assertThat(signsIn(evil)).isFalse();
            if (attackerMayRegister(attacker, victim)) {
                assertThat(now.quotity()).as("the rest of the line is kept").isEqualTo(quotity);
            }
        }
        return evil;
    }

    private static boolean attackerMayRegister(Agent attacker, Agent victim) {
        return victim.function() != AgentFunction.IEN || attacker.function() == AgentFunction.IEN;
    }

    private static String evil() {
        return "prise" + NUMBER.incrementAndGet() + "." + System.nanoTime() + "@exemple.invalid";
    }

    private static String line(String place, Agent agent, String email, int quotity) {
        return String.join(
                ";",
                place,
                agent.lastName(),
                agent.firstName(),
                email,
                agent.function().name(),
                String.valueOf(quotity));
    }

    /** Deposited, analysed, and every question answered by "the same person". */
    private String bring(Agent who, String line) throws Exception {
        return deposit(who, "uai;nom;prenom;courriel_professionnel;fonction;quotite\n" + line + "\n");
    }

    private String deposit(Agent who, String csv) throws Exception {
        String preview = visitor.as(
                        who,
                        multipart("/personnels/import")
                                .file(new MockMultipartFile(
                                        "fichier", "liste.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8))))
                .getRedirectedUrl();
        awaitWork(who, preview);
        visitor.as(who, post(preview + "/etendue").param("complete", "false"));
        for (String question : List.of("ADDRESS", "HOMONYM")) {
            visitor.as(
                    who,
                    post(preview + "/reponses-communes")
                            .param("question", question)
                            .param("reponse", "SAME"));
        }
        return preview;
    }

    private Document page(Agent who, String preview, String outcome) throws Exception {
        return visitor.page(who, preview + "?voir=" + outcome);
    }

    private void write(Agent who, String preview) throws Exception {
        var shown = visitor.page(who, preview).selectFirst("input[name=empreinte]");
        if (shown == null) {
            return; // nothing of it would be written: there is no button
        }
        String revision = shown.val();
        Map<String, String> said =
                new LinkedHashMap<>(Map.of("empreinte", revision, "arrivee", "ALREADY_THERE", "bonnesLignes", "true"));
        var request = post(preview);
        said.forEach(request::param);
        visitor.as(who, request);
        visitor.as(
                who,
                post(preview + "/confirmation")
                        .param("empreinte", revision)
                        .param("motif", "C'est bien la liste de rentrée"));
        awaitWork(who, preview);
    }

    /** Returns the page of the written list. */
    private String bringAndWrite(Agent who, String line) throws Exception {
        String preview = bring(who, line);
        write(who, preview);
        return preview.replace("/import/", "/imports/");
    }

    private void awaitWork(Agent who, String preview) throws Exception {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (visitor.as(who, get(preview + "/avancement.json"))
                .getContentAsString()
                .contains("\"busy\":true")) {
            assertThat(System.nanoTime()).as("the work ends").isLessThan(deadline);
        }
    }

    private void give(Agent agent, Role role, String perimeter) {
        roles.give(accounts.ofAgent(agent.id()).orElseThrow().login(), role, perimeter, "Remplacement");
    }

    private void lend(Role role, String perimeter, Agent giver, Agent delegate) {
        jdbc.sql("""
                INSERT INTO delegation (version, role, perimeter, giver_id, delegate_id, first_day, last_day, motive, named_by, named_at)
                VALUES (0, ?, ?, ?, ?, DATE '2026-09-01', DATE '2026-09-30', 'Congé', 'système', CURRENT_TIMESTAMP)""").params(role.name(), perimeter, giver.id(), delegate.id()).update();
        jdbc.sql(
                        "INSERT INTO delegated_day (role, perimeter, lent_on, delegation_id) SELECT role, perimeter, DATE '2026-09-01', id FROM delegation"
                                + " WHERE delegate_id = ?")
                .param(delegate.id())
                .update();
    }

    /** The letter is written after the answer: until it is, or is not. */
    private void forgotten(String email) throws Exception {
        long before = afterwards.getThreadPoolExecutor().getCompletedTaskCount();
        web.perform(post("/acces/oubli")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("192.0.2." + NUMBER.incrementAndGet() % 250);
                    return request;
                })
                .param("courriel", email));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> afterwards.getThreadPoolExecutor().getCompletedTaskCount() > before);
    }

    private List<String> mails(String address) {
        return jdbc.sql("SELECT body_text FROM outbox_mail WHERE to_address = ? ORDER BY id")
                .param(address)
                .query(String.class)
                .list();
    }

    private String token(String address) {
        String mail = mails(address).stream()
                .filter(each -> each.contains("/acces/lien/"))
                .reduce((one, later) -> later)
                .orElseThrow();
        return mail.substring(mail.indexOf("/acces/lien/") + 12).split("\\s")[0];
    }

    private void choose(String token) throws Exception {
        assertThat(web.perform(post("/acces/lien/" + token)
                                .with(csrf())
                                .param("nouveau", PASSWORD)
                                .param("encore", PASSWORD))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/login?pret");
    }

    private boolean signsIn(String name) throws Exception {
        var answer = web.perform(
                        post("/login").with(csrf()).param("username", name).param("password", PASSWORD))
                .andReturn()
                .getResponse();
        return URI.create(answer.getRedirectedUrl()).getPath().equals("/");
    }
}
