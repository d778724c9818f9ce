package fr.forment.paper;

import fr.forment.files.XlsxBook;
import fr.forment.files.XlsxSheet;
import fr.forment.means.HoursOfSchool;
import fr.forment.means.PlanCosts;
import fr.forment.means.PlanMeans;
import fr.forment.means.Shortage;
import fr.forment.plan.PlanFollowUp.HeldPlan;
import fr.forment.plan.PlanNames;
import fr.forment.plan.Unplaced;
import fr.forment.plan.words.AsideRows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The workbook of a version: days sort, hours and figures add up. */
final class PlanWorkbook {

    private static final int MINUTES = 60;

    private PlanWorkbook() {}

    static byte[] of(
            Standing standing,
            HeldPlan held,
            PlanMeans means,
            PlanCosts costs,
            List<HoursOfSchool> hours,
            List<Shortage> shortages,
            List<Unplaced> unplaced,
            AsideRows asides,
            PlanNames.Of names) {
        return XlsxBook.of(
                sessions(standing, held, names),
                means(means, names),
                costs(costs),
                hours(hours, names),
                shortages(shortages),
                unplaced(unplaced, names),
                asides(asides));
    }

    private static XlsxSheet sessions(Standing standing, HeldPlan held, PlanNames.Of names) {
        return new XlsxSheet(
                "Sessions",
                List.of(
                        "N°",
                        "État du plan",
                        "Phase",
                        "Vague",
                        "Code",
                        "Module",
                        "Date",
                        "Début",
                        "Fin",
                        "Durée (h)",
                        "Format",
                        "Lieu",
                        "Formateur",
                        "Public",
                        "Attendus",
                        "Places",
                        "Toutes les dates"),
                held.sessions().stream()
                        .map(session -> Arrays.asList(
                                session.line(),
                                standing.brief(),
                                session.phase().label(),
                                session.vagueRank(),
                                session.moduleCode(),
                                names.module(session.moduleCode()),
                                session.day(),
                                session.start(),
                                held.end(session),
                                hours(session.minutes()),
                                session.format().label(),
                                names.place(session.place()),
                                names.trainer(session.trainerAgentId()),
                                names.audience(session),
                                session.expected(),
                                session.capacity(),
                                held.dates(session)))
                        .toList());
    }

    /** One line a thing that is given; what it is stands in the first column, so that a filter finds it. */
    private static XlsxSheet means(PlanMeans means, PlanNames.Of names) {
        List<List<?>> rows = new ArrayList<>();
        means.modules()
                .forEach(row -> rows.add(Arrays.asList(
                        "Module",
                        row.title(),
                        row.vagueRank(),
                        row.means().sessions(),
                        row.means().expected(),
                        hours(row.means().trainerMinutes()),
                        null,
                        null)));
        means.bodies()
                .forEach(row -> rows.add(Arrays.asList(
                        "Responsable",
                        row.body().label(),
                        null,
                        row.sessions(),
                        null,
                        hours(row.minutes()),
                        row.halfDays(),
                        null)));
        means.trainers()
                .forEach(row -> rows.add(Arrays.asList(
                        "Formateur",
                        names.trainer(row.trainerId()) + ", " + row.kind(),
                        null,
                        row.sessions(),
                        null,
                        hours(row.minutes()),
                        row.halfDays(),
                        kilometres(row.km()))));
        means.rooms()
                .forEach(row -> rows.add(Arrays.asList(
                        "Salle",
                        names.place(row.place()),
                        null,
                        row.sessions(),
                        row.most(),
                        null,
                        row.halfDays(),
                        null)));
        means.periods()
                .forEach(row -> rows.add(Arrays.asList(
                        "Période",
                        row.period().title(),
                        null,
                        row.sessions(),
                        row.people(),
                        hours(row.minutes()),
                        null,
                        null)));
        rows.add(Arrays.asList(
                "Trajets (aller)",
                "Stagiaires, en personnes-kilomètres",
                null,
                null,
                null,
                null,
                null,
                kilometres(means.travel().personKm())));
        rows.add(Arrays.asList("Remplacement", "Demi-journées", null, null, null, null, means.replacements(), null));
        return new XlsxSheet(
                "Moyens",
                List.of(
                        "Quoi",
                        "Lequel",
                        "Vague",
                        "Sessions",
                        "Personnes",
                        "Heures de formateur",
                        "Demi-journées",
                        "Kilomètres"),
                rows);
    }

    /** Amounts in euros; empty without a price. */
    private static XlsxSheet costs(PlanCosts costs) {
        List<List<?>> rows = new ArrayList<>();
        costs.lines()
                .forEach(line -> rows.add(Arrays.asList(
                        line.kind().label(),
                        BigDecimal.valueOf(line.quantity()).setScale(2, RoundingMode.HALF_UP),
                        line.kind().unit(),
                        euros(line.cents()),
                        euros(line.total()))));
        costs.own()
                .forEach(line -> rows.add(
                        Arrays.asList(line.label(), line.quantity(), null, euros(line.cents()), euros(line.total()))));
        rows.add(Arrays.asList("Total des lignes qui ont un prix", null, null, null, euros(costs.total())));
        return new XlsxSheet("Coûts", List.of("Ligne", "Quantité", "Unité", "Prix unitaire (€)", "Montant (€)"), rows);
    }

    private static XlsxSheet hours(List<HoursOfSchool> hours, PlanNames.Of names) {
        return new XlsxSheet(
                "Heures des enseignants",
                List.of("UAI", "École", "Personnes", "Demandées (h)", "Disponibles (h)", "En dépassement"),
                hours.stream()
                        .map(row -> Arrays.asList(
                                row.schoolUai(),
                                names.place(row.schoolUai()),
                                row.people(),
                                hours(row.planned()),
                                hours(row.left()),
                                row.over()))
                        .toList());
    }

    private static XlsxSheet shortages(List<Shortage> shortages) {
        return new XlsxSheet(
                "Ce qui ne tient pas",
                List.of("Quoi", "Pourquoi", "Ce qui le permettrait"),
                shortages.stream()
                        .map(row -> Arrays.asList(row.what(), row.why(), row.frees()))
                        .toList());
    }

    private static BigDecimal euros(Long cents) {
        return cents == null ? null : BigDecimal.valueOf(cents, 2);
    }

    private static XlsxSheet unplaced(List<Unplaced> unplaced, PlanNames.Of names) {
        return new XlsxSheet(
                "Besoins sans place",
                List.of("UAI", "École", "Code", "Module", "Personnes", "Pourquoi"),
                unplaced.stream()
                        .map(need -> List.of(
                                need.schoolUai(),
                                names.whose(need.schoolUai()),
                                need.moduleCode(),
                                names.module(need.moduleCode()),
                                need.people(),
                                need.reason()))
                        .toList());
    }

    private static XlsxSheet asides(AsideRows asides) {
        return new XlsxSheet(
                "Sans session",
                List.of(
                        "Pour",
                        "Code",
                        "Module",
                        "Public",
                        "Personnes",
                        "Écoles",
                        "À suivre au plus tard le",
                        "Pourquoi"),
                asides.all().stream()
                        .map(row -> Arrays.asList(
                                row.vague(),
                                row.code(),
                                row.module(),
                                row.who(),
                                row.people(),
                                row.schools(),
                                row.dueOn(),
                                row.why()))
                        .toList());
    }

    private static BigDecimal hours(long minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(MINUTES), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal kilometres(double km) {
        return BigDecimal.valueOf(km).setScale(1, RoundingMode.HALF_UP);
    }
}
