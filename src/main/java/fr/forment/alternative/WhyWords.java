package fr.forment.alternative;

import fr.forment.french.French;
import fr.forment.plan.PlanNames;
import fr.forment.plan.calculation.Conditions.Bound;
import fr.forment.plan.calculation.Draft;
import fr.forment.plan.calculation.Hindrance;
import fr.forment.plan.calculation.Wish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Answers to "why", in French. */
public final class WhyWords {

    private static final Map<String, String> SLOTS = Map.of(
            "MERCREDI_MATIN",
            "le mercredi matin",
            "MERCREDI_APRES_MIDI",
            "le mercredi après-midi",
            "SOIR",
            "un soir après la classe",
            "JOURNEE_DECHARGE",
            "le jour de décharge");
    private static final Map<String, String> FORMATS =
            Map.of("VISIO", "à distance", "ECOLE", "dans l'école", "REGROUPEMENT", "en regroupant des écoles ailleurs");

    private final PlanNames.Of called;

    public WhyWords(PlanNames.Of called) {
        this.called = called;
    }

    /** « le mercredi matin ou un soir après la classe ». */
    public static String wished(UnmetWish wish) {
        return switch (wish.kind()) {
            case SLOT -> oneOf(wish.values(), SLOTS);
            case FORMAT -> oneOf(wish.values(), FORMATS);
            case TRAVEL -> UnmetWishes.most(wish.values()) + " minutes de trajet au plus";
            case PARTNER -> "être formée avec une autre école";
        };
    }

    private static String oneOf(Collection<String> codes, Map<String, String> words) {
        return codes.stream().map(code -> words.getOrDefault(code, code)).collect(Collectors.joining(" ou "));
    }

    public String inFrench(Why why) {
        if (why.possible().isPresent()) {
            Priced found = why.possible().get();
            return (isLedByNobody(found.way()) ? "Ce serait possible" : "C'est possible")
                    + ", les autres sessions restant où elles sont : " + held(found.way())
                    + ". Ce que cela change : "
                    + price(found) + "."
                    + (why.weighed() < why.ways()
                            ? (why.weighed() == 1
                                            ? " C'est la façon la plus proche, sur "
                                            : " C'est la moins chère des " + why.weighed()
                                                    + " façons les plus proches, sur ")
                                    + French.number(why.ways()) + " possibles ; les autres n'ont pas été comparées."
                            : "");
        }
        if (why.obstacles().isEmpty()) {
            return why.wish().kind() == Wish.Kind.FORMAT
                    ? "Le format de ce module est fixé au catalogue : aucune session de ce plan ne peut en changer."
                    : why.wish().values().contains("JOURNEE_DECHARGE")
                            ? "Ce jour-là, les écoles ont classe : le plan ne place aucune session sur le temps de classe."
                            : "Aucun jour de classe du plan ne correspond.";
        }
        return hindrances(why.obstacles()) + freed(why);
    }

    /** « la session change de lieu, de « Bruz » à « Redon », 12 personnes-kilomètres de plus ». */
    public String price(Priced priced) {
        return (priced.left() == null
                        ? ""
                        : "la session change de lieu, de « " + place(priced.left()) + " » à « "
                                + place(priced.way().place()) + " », ")
                + Prices.inFrench(priced);
    }

    /** Which constraint keeps it from every moment, and the least that would free it. */
    public String inFrench(StuckWhy why) {
        return hindrances(why.moments())
                + (why.alone() ? " Personne d'autre n'est habilité à animer ce module." : "")
                + (why.freed().isPresent()
                        ? freed(why.freed().get())
                        : why.looked()
                                ? " Une demi-journée de formateur, une habilitation, un jour ou une salle de plus n'y suffiraient pas, à eux seuls."
                                : "");
    }

    /** Everything was tried: this is counted, not guessed. */
    public static String hindrances(Map<Hindrance, Integer> found) {
        int tried = found.values().stream().mapToInt(Integer::intValue).sum();
        return tried == 0
                ? "Aucun jour de classe du plan ne correspond."
                : "Tant que les autres sessions restent où elles sont, aucun des "
                        + French.count(tried, "moment essayé", "moments essayés") + " ne convient : " + counted(found)
                        + ".";
    }

    public static String counted(Map<Hindrance, Integer> found) {
        return found.entrySet().stream()
                .sorted(Map.Entry.<Hindrance, Integer>comparingByValue().reversed())
                .map(entry -> French.number(entry.getValue()) + " fois, "
                        + entry.getKey().phrase())
                .collect(Collectors.joining(" ; "));
    }

    private String freed(Why why) {
        return why.freed().map(this::freed).orElse("");
    }

    /** « Il suffirait d'habiliter Camille Martin… », after another sentence. */
    public String freed(Reliefs.Found found) {
        return " Il suffirait " + relief(found) + " : " + held(found.way()) + ".";
    }

    /** « d'une demi-journée de plus de Camille Martin ». */
    public String relief(Reliefs.Found found) {
        Relief relief = found.relief();
        return switch (relief.kind()) {
            case DEMI_JOURNEES_DE ->
                "que " + called.trainer(relief.who()) + " donne "
                        + French.count(relief.amount(), "demi-journée", "demi-journées") + " de plus"
                        + (relief.year() == null ? "" : " " + within(relief.year()));
            case HABILITATION -> "d'habiliter " + called.trainer(relief.who()) + " à animer ce module";
            case DEMI_JOURNEES ->
                (relief.amount() == 1 ? "d'une demi-journée" : "de " + relief.amount() + " demi-journées")
                        + " d'une personne habilitée de plus";
            case JOUR -> "d'un jour de plus où l'on peut se former, par exemple le " + French.day(relief.day());
            case ECOLE_OUVERTE ->
                (relief.amount() == 1 ? "que l'école fermée le " : "que les " + relief.amount() + " écoles fermées le ")
                        + French.day(relief.day()) + " "
                        + French.word(relief.amount(), "puisse", "puissent") + " tout de même venir";
            case SALLE ->
                "d'une salle de " + French.count(relief.amount(), "place") + " à " + called.place(relief.place());
            case HEURES ->
                "de " + French.duration(relief.amount()) + " de plus pour " + French.count(relief.people(), "personne");
        };
    }

    /** « entre le 1er septembre 2026 et le 31 août 2027 ». */
    private static String within(Bound year) {
        return year.from() == null
                ? "avant le " + French.date(year.until().plusDays(1))
                : year.until() == null
                        ? "à partir du " + French.date(year.from())
                        : "entre le " + French.date(year.from()) + " et le " + French.date(year.until());
    }

    /** A way that is held by nobody is one for which nobody is qualified on any day: it is only half possible. */
    static boolean isLedByNobody(Draft way) {
        return way.trainerId() == null && !way.module().isHeldBySchool();
    }

    /** A way as {@link #when}, or what it still takes where nobody may lead it. */
    public String held(Draft way) {
        return isLedByNobody(way)
                ? moment(way.day(), way.start(), way.place())
                        + ", à condition de trouver une personne habilitée à l'assurer"
                : when(way);
    }

    /** « mercredi 3 mars 2027 à 14 h, Bruz, Camille Martin ». */
    public String when(Draft way) {
        return when(way.day(), way.start(), way.place(), way.trainerId());
    }

    public String when(LocalDate day, LocalTime start, String place, Long trainer) {
        return moment(day, start, place)
                + (trainer != null && trainer == Relief.SOMEBODY ? "" : ", " + called.trainer(trainer));
    }

    private String moment(LocalDate day, LocalTime start, String place) {
        return French.day(day) + " à " + French.time(start) + ", " + called.place(place);
    }

    String trainer(Long who) {
        return called.trainer(who);
    }

    public String place(String place) {
        return called.place(place);
    }
}
