package fr.forment;

import fr.forment.access.AccountService;
import fr.forment.account.Account;
import fr.forment.account.AgentFunction;
import fr.forment.engine.SignsIn;
import fr.forment.people.Agent;
import fr.forment.people.ArrivalKind;
import fr.forment.people.NewAgent;
import fr.forment.people.StaffService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Makes a circonscription of its own for each test: schools, direction, teachers, team. All people are invented. */
@Component
public class TestGround implements SignsIn {

    private static final AtomicInteger NUMBER = new AtomicInteger(1000);
    private static final String KEYS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private final JdbcClient jdbc;
    private final StaffService staff;
    private final AccountService accounts;

    TestGround(JdbcClient jdbc, StaffService staff, AccountService accounts) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.accounts = accounts;
    }

    /** Who and what was made. {@code teachers} are in the order of {@code schools}, two each. */
    public record Circo(
            String uai,
            List<String> schools,
            List<Agent> directors,
            List<Agent> teachers,
            Agent ien,
            Agent erun,
            Agent cpc,
            Agent secretary,
            Agent dsi,
            Agent supplier) {}

    /** A circonscription of Ille-et-Vilaine (académie de Rennes, zone B) with so many schools of 5 classes. */
    public Circo circonscription(int howManySchools) {
        String circo = uai();
        jdbc.sql("INSERT INTO circonscription (uai, name, short_name, departement_code) VALUES (?, ?, ?, '035')")
                .params(circo, "Circonscription d'essai " + circo, "Essai " + circo)
                .update();
        List<String> schools = new ArrayList<>();
        List<Agent> directors = new ArrayList<>();
        List<Agent> teachers = new ArrayList<>();
        for (int i = 0; i < howManySchools; i++) {
            String school = school(circo, "École d'essai " + (i + 1), "Commune-" + (i % 3 + 1));
            schools.add(school);
            directors.add(agent(
                    NewAgent.inSchool("Directeur" + suffix(), "Camille", mail(), AgentFunction.DIRECTEUR, school)));
            teachers.add(agent(NewAgent.inSchool("Maître" + suffix(), "Alix", mail(), AgentFunction.ADJOINT, school)));
            teachers.add(
                    agent(NewAgent.inSchool("Maîtresse" + suffix(), "Sacha", mail(), AgentFunction.ADJOINT, school)));
        }
        return new Circo(
                circo,
                schools,
                directors,
                teachers,
                member(AgentFunction.IEN, circo),
                member(AgentFunction.ERUN, circo),
                member(AgentFunction.CPC, circo),
                member(AgentFunction.SECRETAIRE, circo),
                member(AgentFunction.DSI, circo),
                member(AgentFunction.FOURNISSEUR, circo));
    }

    public String school(String circo, String name, String commune) {
        String uai = uai();
        jdbc.sql("""
                INSERT INTO school (uai, name, commune, postal_code, departement_code, circonscription_uai, kind, is_public, classes, pupils,
                                    rhythm, state, priority, ulis, search_text)
                VALUES (?, ?, ?, '35000', '035', ?, 'PRIMAIRE', TRUE, 5, 110, 'QUATRE_JOURS', 'OUVERT', 'AUCUNE', FALSE, ?)""").params(uai, name, commune, circo, name.toLowerCase()).update();
        return uai;
    }

    /** Somebody more, already there (no arrival is started); whoever is signed in has nothing to do with it. */
    public Agent agent(NewAgent who) {
        SecurityContext test = SecurityContextHolder.getContext();
        SecurityContextHolder.clearContext();
        try {
            return staff.register(who, ArrivalKind.ALREADY_THERE).orElseThrow();
        } finally {
            SecurityContextHolder.setContext(test);
        }
    }

    /** Signs the person in for what follows in this test. */
    public void as(Agent agent) {
        as(accounts.ofAgent(agent.id()).orElseThrow());
    }

    @Override
    public void as(String login) {
        as(accounts.withLogin(login).orElseThrow());
    }

    public void as(Account account) {
        var rights = accounts.authorities(account).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(account.login(), null, rights));
    }

    private Agent member(AgentFunction function, String circo) {
        return agent(NewAgent.inCirconscription(
                function.name().replace("_", "").toLowerCase() + suffix(), "Dominique", mail(), function, circo));
    }

    private static String mail() {
        return "personne" + NUMBER.incrementAndGet() + "@exemple.invalid";
    }

    /** Letters only, different each time. */
    private static String suffix() {
        return Integer.toString(NUMBER.incrementAndGet(), 26)
                .chars()
                .mapToObj(c ->
                        String.valueOf((char) (Character.isDigit(c) ? c - '0' + 'a' : c + 10 > 'z' ? 'z' : c + 10)))
                .reduce("", String::concat);
    }

    private static String uai() {
        int number = 350_0000 + 900_00 + NUMBER.incrementAndGet();
        return "%07d%s".formatted(number, KEYS.charAt(number % 23));
    }
}
