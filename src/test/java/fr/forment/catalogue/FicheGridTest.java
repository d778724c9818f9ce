package fr.forment.catalogue;

import static fr.forment.catalogue.Profile.*;
import static fr.forment.catalogue.ResponsibleBody.COLLECTIVITE;
import static fr.forment.catalogue.ResponsibleBody.EDUCATION_NATIONALE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The loaded grid says what the fiche's table says, row by row, word for word where the fiche has words. */
class FicheGridTest {

    private static final String[] ADMINISTRATIVE_THEMES = {
        "Paramétrage de l'ENT",
        "Gestion technique",
        "Gestion des droits et des comptes utilisateurs",
        "Gestion des utilisateurs et des groupes",
        "Respect des aspects juridiques",
        "Respect des règles de confidentialité et de sécurité concernant les données",
        "Signature de la charte lors de la première connexion, règles d'usage pour l'ENT de circonscription"
    };

    @Test
    void presentsTheEntToThoseWhoLead() {
        TrainingModule row = row(
                "PRES-CADRES",
                Rubric.PRESENTATION,
                "Présentation de l'ENT",
                TrainerKind.IEN_NUMERIQUE,
                EDUCATION_NATIONALE);
        assertThat(row.profiles()).containsExactly(IEN, CPD, CPC, ERUN);
        assertThat(row.themes())
                .containsExactly(
                        "Présentation globale : objectifs de l'ENT, présentation/élaboration d'un planning de déploiement, exemples d'usages...");
    }

    @Test
    void preparesTheChange() {
        TrainingModule row = row(
                "SENS-CHGT",
                Rubric.PRESENTATION,
                "Sensibilisation à la conduite du changement",
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                EDUCATION_NATIONALE);
        assertThat(row.profiles()).containsExactly(DIRECTEUR, ENSEIGNANT);
        assertThat(row.themes())
                .containsExactly(
                        "Démarche générale du projet", "Focus sur la communication, l'accompagnement et la formation");
    }

    @Test
    void presentsTheEntToTheSchool() {
        TrainingModule row = row(
                "PRES-ECOLE",
                Rubric.PRESENTATION,
                "Présentation de l'ENT",
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                EDUCATION_NATIONALE);
        assertThat(row.profiles()).containsExactly(DIRECTEUR, ENSEIGNANT);
        assertThat(row.themes())
                .containsExactly(
                        "Présentation globale : objectifs de l'ENT, planning de déploiement, exemples d'usages...");
    }

    @Test
    void presentsTheEntToParents() {
        TrainingModule row = row(
                "PRES-PARENTS",
                Rubric.PRESENTATION,
                "Présentation de l'ENT",
                TrainerKind.ENSEIGNANT,
                EDUCATION_NATIONALE);
        assertThat(row.profiles()).containsExactly(PARENT);
        assertThat(row.themes()).containsExactly("Présentation globale : objectifs de l'ENT, exemples d'usages...");
        assertThat(row.groupSize()).isEqualTo(60);
    }

    @Test
    void teachesInThreeLevels() {
        String[] lines = {
            "Niveau 1 : Présentation globale des usages du numérique dans la pédagogie",
            "Niveau 2 : Pratiques des ENT (usages ordinaires – cahier de textes...)",
            "Niveau 3 : Pratiques des ENT (usages expert – bonnes pratiques et mutualisation)"
        };
        for (int level = 1; level <= 3; level++) {
            TrainingModule row = row(
                    "PEDA-" + level,
                    Rubric.PEDAGOGIE,
                    "Usage pédagogique",
                    TrainerKind.EQUIPE_CIRCONSCRIPTION,
                    EDUCATION_NATIONALE);
            assertThat(row.level()).isEqualTo(level);
            assertThat(row.profiles()).containsExactly(ENSEIGNANT);
            assertThat(row.themes()).containsExactly(lines[level - 1]);
        }
    }

    @Test
    void teachesToCommunicate() {
        TrainingModule row = row(
                "COMM",
                Rubric.COMMUNICATION,
                "Usage communication",
                TrainerKind.EQUIPE_CIRCONSCRIPTION,
                EDUCATION_NATIONALE);
        assertThat(row.profiles()).containsExactly(ENSEIGNANT);
        assertThat(row.themes()).containsExactly("Édition de contenus", "Diffusion d'informations");
    }

    @Test
    void teachesToAdministerFirstThoseWhoTrain() {
        TrainingModule row =
                row("ADM-ERUN", Rubric.ADMINISTRATIF, "Usage administratif", TrainerKind.FOURNISSEUR, COLLECTIVITE);
        assertThat(row.profiles()).containsExactly(ERUN, DSI);
        assertThat(row.themes()).containsExactly(ADMINISTRATIVE_THEMES);
    }

    @Test
    void teachesToAdministerThenTheSchools() {
        TrainingModule row =
                row("ADM-DIR", Rubric.ADMINISTRATIF, "Usage administratif", TrainerKind.ERUN_DSI, COLLECTIVITE);
        assertThat(row.profiles()).containsExactly(DIRECTEUR, ADMINISTRATEUR);
        assertThat(row.themes()).containsExactly(ADMINISTRATIVE_THEMES);
    }

    @Test
    void followsTheUpdates() {
        TrainingModule row = row(
                "MAJ",
                Rubric.MISE_A_JOUR,
                "Mise à jour : fonctionnalités, outils, enrichissement",
                TrainerKind.FOURNISSEUR,
                COLLECTIVITE);
        assertThat(row.profiles()).containsExactly(IEN, IEN_NUMERIQUE, ERUN);
        assertThat(row.themes())
                .containsExactly(
                        "Utilisation des nouveaux outils fournis lors de l'enrichissement (développement des usages)",
                        "Tutoriel en ligne");
    }

    @Test
    void hasTheRowsOfTheFicheInItsOrderAndThoseItsTextAsksForAndNoOther() {
        assertThat(Fiche.grid())
                .extracting(TrainingModule::code)
                .containsExactly(
                        "PRES-CADRES",
                        "FORM-INSPECTION",
                        "SENS-CHGT",
                        "PRES-ECOLE",
                        "PRES-PARENTS",
                        "PRES-ELEVES",
                        "PRES-PERSONNELS",
                        "CHARTE",
                        "CHARTE-FAMILLES",
                        "PEDA-1",
                        "PEDA-2",
                        "PEDA-3",
                        "DISC",
                        "RES-ECOLE",
                        "FORM-FORMATEURS",
                        "COMM",
                        "ADM-ERUN",
                        "ADM-DIR",
                        "MAJ");
    }

    @Test
    void leavesTheCalendarOpenAndKeepsTheRulesOfTheForm() {
        assertThat(Fiche.grid()).allSatisfy(module -> {
            assertThat(module.calendar()).isNull();
            assertThat(module.isActive()).isTrue();
            assertThat(module.details().problems()).isEmpty();
        });
    }

    @Test
    void trainsTrainersFirst() {
        assertThat(Fiche.grid())
                .filteredOn(TrainingModule::trainsTrainers)
                .extracting(TrainingModule::code)
                .containsExactly("PRES-CADRES", "FORM-INSPECTION", "FORM-FORMATEURS", "ADM-ERUN");
    }

    @Test
    void hasTheNaturalPrerequisites() {
        assertThat(Fiche.module("ADM-DIR").prerequisites()).containsExactly("ADM-ERUN", "PRES-CADRES");
        assertThat(Fiche.module("PEDA-1").prerequisites()).containsExactly("PRES-ECOLE");
        assertThat(Fiche.module("PEDA-2").prerequisites()).containsExactly("PEDA-1");
        assertThat(Fiche.module("PEDA-3").prerequisites()).containsExactly("PEDA-2");
        assertThat(Fiche.grid())
                .filteredOn(module -> module.prerequisites().isEmpty())
                .hasSize(11);
    }

    @Test
    void hasAModuleForEveryPublicTheFicheNames() {
        assertThat(List.of(ELEVE, NON_ENSEIGNANT, FORMATEUR, PARENT, IEN))
                .allSatisfy(each -> assertThat(each.statement()).isNotBlank());
        assertThat(Arrays.stream(Profile.values()).filter(each -> Fiche.grid().stream()
                        .noneMatch(row -> row.profiles().contains(each))))
                .isEmpty();
    }

    @Test
    void seatsNobodyOfAModuleThatIsFollowedAloneOrWhosePublicIsOnlyCounted() {
        assertThat(Fiche.grid())
                .filteredOn(module -> !module.isHeldInSessions())
                .extracting(TrainingModule::code)
                .containsExactly("PRES-ELEVES", "CHARTE", "CHARTE-FAMILLES");
    }

    private static TrainingModule row(
            String code, Rubric rubric, String title, TrainerKind trainer, ResponsibleBody body) {
        TrainingModule row = Fiche.module(code);
        assertThat(row.rubric()).isEqualTo(rubric);
        assertThat(row.title()).startsWith(title);
        assertThat(row.trainerKind()).isEqualTo(trainer);
        assertThat(row.responsibleBody()).isEqualTo(body);
        return row;
    }
}
