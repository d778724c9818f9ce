package fr.forment.plan.web;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import fr.forment.catalogue.Catalogue;
import fr.forment.catalogue.TrainingModule;
import fr.forment.plan.PlannedSession;
import fr.forment.staff.AccountService;
import fr.forment.staff.Agent;
import fr.forment.staff.Agents;
import fr.forment.territory.School;
import fr.forment.territory.Schools;

/** Names for the codes of a plan, read once per page. */
@Component
class PlanNames {

    /** @param modules code to module; @param schools UAI to school; @param people id to person */
    record Of(Map<String, TrainingModule> modules, Map<String, School> schools, Map<Long, Agent> people) {

        public String module(String code) {
            return modules.containsKey(code) ? modules.get(code).title() : code;
        }

        public String place(String place) {
            return schools.containsKey(place) ? schools.get(place).displayName() : place;
        }

        public String trainer(Long id) {
            return id == null || !people.containsKey(id) ? "à désigner" : people.get(id).fullName();
        }
    }

    private final Catalogue catalogue;
    private final Schools schools;
    private final Agents agents;
    private final AccountService accounts;

    PlanNames(Catalogue catalogue, Schools schools, Agents agents, AccountService accounts) {
        this.catalogue = catalogue;
        this.schools = schools;
        this.agents = agents;
        this.accounts = accounts;
    }

    Of of(List<PlannedSession> sessions, Collection<String> moreSchools, Collection<Long> morePeople) {
        var uais = sessions.stream().flatMap(session -> session.schoolUais().stream()).collect(Collectors.toSet());
        sessions.forEach(session -> uais.add(session.place()));
        uais.addAll(moreSchools);
        var ids = sessions.stream().map(PlannedSession::trainerAgentId).filter(Objects::nonNull).collect(Collectors.toSet());
        ids.addAll(morePeople);
        return new Of(catalogue.all().stream().collect(Collectors.toMap(TrainingModule::code, module -> module)), schools.findAll(uais),
                agents.all(ids).stream().collect(Collectors.toMap(Agent::id, agent -> agent)));
    }

    /** Logins to the names people know each other by. */
    Map<String, String> authors(Collection<String> logins) {
        Map<String, String> names = new HashMap<>();
        logins.forEach(login -> names.put(login, accounts.nameOf(login)));
        return names;
    }
}
