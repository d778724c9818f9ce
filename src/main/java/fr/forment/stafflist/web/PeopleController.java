package fr.forment.stafflist.web;

import fr.forment.account.AgentFunction;
import fr.forment.account.SignedIn;
import fr.forment.database.Slice;
import fr.forment.files.CsvSheet;
import fr.forment.files.Downloads;
import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.hours.HoursFigures;
import fr.forment.hours.HoursLedger;
import fr.forment.people.Agent;
import fr.forment.people.AgentTimeline;
import fr.forment.people.Agents;
import fr.forment.people.MyPerimeter;
import fr.forment.people.PeopleSearch;
import fr.forment.people.PeopleSearch.Search;
import fr.forment.people.Reach;
import fr.forment.people.TrainingRecords;
import fr.forment.people.Validity;
import fr.forment.stafflist.StaffSheet;
import fr.forment.stafflist.reading.StaffTemplate;
import fr.forment.stafflist.web.PeopleList.Person;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** People: those of my perimeter, one of them, myself. */
@Controller
@RequiredArgsConstructor
class PeopleController {

    private static final List<String> EXPORTED = Stream.concat(
                    StaffSheet.COLUMNS.stream(), StaffTemplate.EXPORTED_BESIDES.stream())
            .toList();

    private final PeopleList people;
    private final PeopleSearch wanted;
    private final Agents agents;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final HoursLedger hours;
    private final TrainingRecords trainings;
    private final AgentTimeline timeline;
    private final Clock clock;

    @GetMapping("/personnels")
    String list(Search search, @RequestParam(defaultValue = "1") int page, Model model) {
        me.refuseUnless(mine.seesPeople());
        var where = wanted.chosen(search);
        List<Person> found = people.find(search);
        model.addAllAttributes(Map.of(
                "people",
                Slice.of(found, page),
                "search",
                search,
                "circonscriptions",
                mine.circonscriptionsOfPeople(),
                "schools",
                wanted.schools(where),
                "functions",
                AgentFunction.values(),
                "schoolYear",
                people.schoolYear(),
                "unreachable",
                found.stream().filter(person -> person.agent().email() == null).count(),
                "missedLetters",
                found.stream().mapToInt(Person::missedLetters).sum()));
        model.addAttribute("where", where);
        return "stafflist/list";
    }

    /** The same people as on the page, in the columns of the import file. */
    @GetMapping("/personnels/export.csv")
    ResponseEntity<byte[]> export(Search search) {
        me.refuseUnless(mine.seesPeople());
        return Downloads.csv(
                "personnels.csv",
                CsvSheet.of(
                        EXPORTED,
                        people.find(search).stream()
                                .map(PeopleController::cells)
                                .toList()));
    }

    @GetMapping("/personnels/export.xlsx")
    ResponseEntity<byte[]> workbook(Search search) {
        me.refuseUnless(mine.seesPeople());
        byte[] content = XlsxBook.of(new XlsxSheet(
                "Personnels",
                EXPORTED,
                people.find(search).stream().map(PeopleController::cells).toList()));
        return Downloads.xlsx("personnels.xlsx", content);
    }

    @GetMapping("/personnels/{id:\\d+}")
    String one(@PathVariable long id, Model model) {
        return page(Reach.of(agents.find(id), mine::covers), model);
    }

    @GetMapping("/moi")
    String myself(Model model) {
        Agent agent = me.agentId() == null ? null : agents.find(me.agentId()).orElse(null);
        model.addAttribute("account", me.account().orElseThrow());
        return agent == null ? "stafflist/account" : page(agent, model);
    }

    private String page(Agent agent, Model model) {
        String year = people.schoolYear();
        Person person = people.describe(List.of(agent)).get(0);
        model.addAllAttributes(Map.of(
                "person",
                person,
                "agent",
                agent,
                "schoolYear",
                year,
                "isMe",
                agent.id().equals(me.agentId()),
                "isHere",
                agent.isActiveOn(LocalDate.now(clock)),
                "hours",
                new HoursFigures(hours.account(agent, year), year),
                "trainings",
                trainings.trainingsOf(agent.id()),
                "today",
                LocalDate.now(clock),
                "yearEnd",
                Validity.lastDay(year),
                "history",
                timeline.of(agent.id())));
        return "stafflist/person";
    }

    private static List<Object> cells(Person person) {
        List<Object> cells = new ArrayList<>(StaffSheet.cells(person.agent()));
        cells.add(String.join(" ", person.modules()));
        cells.add(person.entMinutesLeft());
        return cells;
    }
}
