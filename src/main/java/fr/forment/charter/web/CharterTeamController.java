package fr.forment.charter.web;

import fr.forment.access.FormAnswer;
import fr.forment.account.Role;
import fr.forment.account.SignedIn;
import fr.forment.charter.CharterCountService;
import fr.forment.charter.CharterTextService;
import fr.forment.charter.CharterVersion;
import fr.forment.charter.Charters;
import fr.forment.database.Slice;
import fr.forment.french.French;
import fr.forment.french.Typed;
import fr.forment.people.Agents;
import fr.forment.people.Reach;
import fr.forment.people.TeamRights;
import fr.forment.territory.Circonscription;
import fr.forment.territory.School;
import fr.forment.territory.Schools;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of a circonscription and where their signatures stand; a school's numbers, counted by its direction. */
@Controller
@RequiredArgsConstructor
class CharterTeamController {

    private final Charters charters;
    private final CharterTextService texts;
    private final CharterCountService counting;
    private final Reach reach;
    private final TeamRights team;
    private final Schools schools;
    private final Agents agents;
    private final SignedIn me;

    /** @param count null while the direction has not counted */
    record Line(School school, Charters.Count count) {}

    @GetMapping("/chartes/{circonscription}")
    String versions(@PathVariable String circonscription, @RequestParam(defaultValue = "1") int page, Model model) {
        Circonscription where = reach.circonscription(circonscription);
        me.refuseUnless(team.isOfTeamOrAdviser(where));
        CharterVersion current = charters.current(where.uai());
        Slice<School> shown = Slice.of(schools.inCirconscription(where.uai()), page);
        var counts = charters.counts(
                current.id(), shown.rows().stream().map(School::uai).toList());
        model.addAllAttributes(Map.of(
                "where",
                where,
                "current",
                current,
                "versions",
                charters.versions(where.uai()),
                "staff",
                charters.staff(where.uai(), current, agents.today()),
                "lines",
                shown.with(rows -> rows.stream()
                        .map(school -> new Line(school, counts.get(school.uai())))
                        .toList()),
                "mayPublish",
                team.answersFor(where.uai())));
        return "charter/versions";
    }

    /** @param vu the version that held while this one was written */
    @PostMapping("/chartes/{circonscription}")
    String publish(
            @PathVariable String circonscription,
            @RequestParam(defaultValue = "0") long vu,
            @RequestParam(defaultValue = "") String nom,
            @RequestParam(defaultValue = "") String texte,
            RedirectAttributes next) {
        Circonscription where = reach.circonscription(circonscription);
        me.act(() -> team.answersFor(where.uai()));
        return FormAnswer.then(
                "/chartes/" + where.uai(),
                next,
                Map.of("nom", nom, "texte", texte),
                () -> "La charte est publiée : "
                        + French.count(
                                texts.publish(where.uai(), vu, nom, texte),
                                "personne est invitée",
                                "personnes sont invitées")
                        + " à l'accepter, et les directions à la faire signer.");
    }

    @PostMapping("/ecole/{uai}/familles/charte")
    String count(
            @PathVariable String uai,
            @RequestParam(defaultValue = "0") long vu,
            @RequestParam(defaultValue = "") String eleves,
            @RequestParam(defaultValue = "") String signees,
            @RequestParam(defaultValue = "") String images,
            RedirectAttributes next) {
        School school = reach.school(uai);
        me.act(() -> me.has(Role.DIRECTEUR, school.uai()) || team.isOfTeam(school.circonscriptionUai()));
        return FormAnswer.then(
                "/ecole/" + school.uai() + "/familles",
                next,
                Map.of("eleves", eleves, "signees", signees, "images", images),
                () -> {
                    counting.count(school, vu, number(eleves), number(signees), number(images));
                    return "Les nombres sont enregistrés.";
                });
    }

    private static Integer number(String typed) {
        return Typed.number(typed).orElse(null);
    }
}
