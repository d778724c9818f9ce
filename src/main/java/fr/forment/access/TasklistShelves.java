package fr.forment.access;

import fr.forment.account.Groups;
import fr.forment.account.Role;
import fr.forment.engine.TasklistSetup;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * What each role finds in Tasklist when it opens: written at each start, so that a new version's filters appear by
 * themselves.
 */
@Component
@RequiredArgsConstructor
class TasklistShelves {

    private static final List<Role> TEAM =
            List.of(Role.IEN, Role.IEN_NUMERIQUE, Role.CPC, Role.CPD, Role.ERUN, Role.SECRETAIRE, Role.DSI);

    private final TasklistSetup tasklist;

    @EventListener(ApplicationReadyEvent.class)
    @Order(10)
    void fill() {
        List<String> everybody = groups(Arrays.asList(Role.values()));
        tasklist.openToOperators();
        everybody.forEach(tasklist::openTo);
        groups(List.of(Role.DIRECTEUR, Role.ERUN)).forEach(group -> tasklist.mayStart(group, "arrivalDeclaration"));
        tasklist.filter("Mes tâches", "Tout ce qui vous attend", 0, everybody, null, null);
        tasklist.filter(
                "Enquêtes de mon école",
                "L'enquête de besoins à remplir",
                1,
                groups(List.of(Role.DIRECTEUR)),
                "needsSurvey",
                "answer");
        tasklist.filter(
                "Ouverture de l'ENT dans mon école",
                "Charte, personne ressource, suivi des usages",
                2,
                groups(List.of(Role.DIRECTEUR)),
                "schoolOpening",
                null);
        tasklist.filter(
                "Arrivées",
                "Les nouveaux collègues à accueillir",
                3,
                groups(List.of(Role.DIRECTEUR, Role.ERUN, Role.IEN)),
                "arrival",
                null);
        tasklist.filter(
                "Départs à confirmer",
                "Les personnes absentes de la dernière liste",
                4,
                groups(List.of(Role.DIRECTEUR, Role.ERUN, Role.IEN, Role.IEN_NUMERIQUE, Role.SECRETAIRE)),
                "departure",
                null);
        tasklist.filter(
                "Plans à approuver",
                "Les plans de formation qui attendent votre décision",
                1,
                groups(List.of(Role.IEN, Role.IEN_NUMERIQUE)),
                "trainingPlan",
                "approve");
        tasklist.filter("Plans en préparation", "À relire, à reprendre", 2, groups(TEAM), "trainingPlan", null);
        tasklist.filter(
                "Enquêtes et grilles",
                "Clôture des enquêtes, relecture de la grille",
                3,
                groups(TEAM),
                "needsCampaign",
                null);
        tasklist.filter(
                "Sessions",
                "Décisions et émargements",
                4,
                groups(List.of(
                        Role.IEN,
                        Role.CPC,
                        Role.CPD,
                        Role.ERUN,
                        Role.SECRETAIRE,
                        Role.DSI,
                        Role.FOURNISSEUR,
                        Role.DIRECTEUR)),
                "trainingSession",
                null);
        tasklist.filter("Vagues et bilans", "Décider de la suite", 5, groups(TEAM), "vague", null);
        tasklist.filter(
                "Ouvertures de l'ENT en attente",
                "Conditions non réunies : votre décision",
                6,
                groups(TEAM),
                "schoolOpening",
                "settleRefusal");
        tasklist.filter(
                "Écoles à préparer",
                "Comptes et réseau à déclarer prêts",
                6,
                groups(List.of(Role.DSI, Role.ERUN)),
                "technicalReadiness",
                null);
        tasklist.filter(
                "Rattrapages en retard",
                "Dérogations dont la date est passée : votre décision",
                6,
                groups(List.of(Role.IEN, Role.ERUN)),
                "catchUp",
                null);
        tasklist.filter("Projets ENT", "Cadrage, décisions, bilan", 7, groups(TEAM), "entProject", null);
        tasklist.filter(
                "Mises à jour de l'ENT",
                "Notes de version, supports à relire",
                8,
                groups(List.of(Role.IEN, Role.IEN_NUMERIQUE, Role.ERUN, Role.CPC, Role.FOURNISSEUR)),
                "entRelease",
                null);
        tasklist.dropOtherFilters();
    }

    private static List<String> groups(List<Role> roles) {
        return roles.stream().map(Groups::of).toList();
    }
}
