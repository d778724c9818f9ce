package fr.forment.means;

import fr.forment.french.French;
import fr.forment.plan.Means;
import fr.forment.plan.PlanNames;
import java.util.List;

/**
 * What the sessions of one version take: the fiche's "quantifier les moyens", counted from the sessions and nothing
 * else. Kilometres are those of one way.
 *
 * @param whole sessions, places, people and hours in all
 * @param modules in the order of the catalogue, then by vague
 * @param trainers those with most hours first; whoever is still looked for counts by kind
 * @param bodies in the order of {@link TrainerBody}, only those that give something
 * @param replacements half-days of class whose teacher is in a session
 * @param rooms most sessions first; without those held at a distance
 * @param periods of the school year, also those without a session
 */
public record PlanMeans(
        Means whole,
        List<ModuleMeans> modules,
        List<TrainerMeans> trainers,
        List<BodyMeans> bodies,
        int replacements,
        List<RoomMeans> rooms,
        Travel travel,
        List<PeriodMeans> periods) {

    PlanMeans with(List<PeriodMeans> others) {
        return new PlanMeans(whole, modules, trainers, bodies, replacements, rooms, travel, others);
    }

    /** @param vagueRank null: training of trainers; @param sectors where its sessions are held, most first */
    public record ModuleMeans(String code, String title, Integer vagueRank, Means means, List<SectorMeans> sectors) {

        /** Of a meeting with parents, who are no trainees: how many are expected. */
        public int parents() {
            return sectors.stream().mapToInt(SectorMeans::people).sum();
        }
    }

    /** @param sector RPI, commune, or « À distance » */
    public record SectorMeans(String sector, int sessions, int people) {}

    /** @param trainerId null while nobody is named; @param kind what the person is, or who is looked for */
    public record TrainerMeans(
            Long trainerId, String kind, TrainerBody body, int sessions, long minutes, int halfDays, double km) {

        public String hours() {
            return French.duration(minutes);
        }

        /** Two half-days make one. */
        public double days() {
            return halfDays / 2.0;
        }
    }

    public record BodyMeans(TrainerBody body, int sessions, long minutes, int halfDays) {

        public String hours() {
            return French.duration(minutes);
        }

        public double days() {
            return halfDays / 2.0;
        }
    }

    /**
     * @param place UAI of a school, or a town
     * @param isSchool whether the room is a school's
     * @param most people expected at once
     * @param takes what the room takes on the days of these sessions, as the alerts and the calculation count it; 0
     *     where nobody said, or where it cannot be had
     * @param over people more than it takes, in the session that is most crowded; parents are counted too
     * @param listed somebody listed the room: it is not to be booked
     */
    public record RoomMeans(
            String place, boolean isSchool, int sessions, int halfDays, int most, int takes, int over, boolean listed) {

        public boolean isCrowded() {
            return over > 0;
        }

        /** « 24 », or why there is no number. */
        public String places() {
            if (takes > 0) {
                return French.number(takes);
            }
            return listed ? "pas disponible à ces dates" : isSchool ? "non indiquées" : "salle à réserver";
        }
    }

    /** @param unknown journeys from or to a place that is not on the map: counted nowhere */
    public record Travel(double personKm, double trainerKm, int unknown) {}

    /** How much and how often. */
    public record PeriodMeans(Period period, int sessions, long minutes, int people) {

        public String hours() {
            return French.duration(minutes);
        }

        public double perWeek() {
            return period.weeks() == 0 ? 0 : (double) sessions / period.weeks();
        }
    }

    /** The same for one reader: time of trainers he may not know by name stands in the sums of their body only. */
    public PlanMeans readBy(PlanNames.Of names) {
        return new PlanMeans(
                whole,
                modules,
                trainers.stream().filter(row -> names.names(row.trainerId())).toList(),
                bodies,
                replacements,
                rooms,
                travel,
                periods);
    }

    /** Somebody's time stands in the sums only. */
    public boolean isPartial() {
        return trainers.stream().mapToInt(TrainerMeans::sessions).sum() < whole.sessions();
    }

    /** Of trainers, all of them. */
    public double days() {
        return bodies.stream().mapToDouble(BodyMeans::days).sum();
    }

    /** Half-days in rooms that are no school's. */
    public int hiredHalfDays() {
        return rooms.stream()
                .filter(room -> !room.isSchool())
                .mapToInt(RoomMeans::halfDays)
                .sum();
    }
}
