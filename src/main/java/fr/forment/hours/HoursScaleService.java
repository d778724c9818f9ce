package fr.forment.hours;

import fr.forment.french.French;
import fr.forment.french.Refusal;
import fr.forment.territory.SchoolCalendar;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sets the table of hours of a circonscription for a school year. Rights are asked by the caller. */
@Service
@Transactional
@RequiredArgsConstructor
public class HoursScaleService {

    private static final int MOST = 60 * 60;

    private final JdbcClient jdbc;
    private final HoursScales scales;
    private final SchoolCalendar calendar;
    private final Clock clock;

    /** This school year and the next: the accounts of a finished year do not change any more. */
    public boolean isOpen(String schoolYear) {
        LocalDate today = LocalDate.now(clock);
        return schoolYear.equals(calendar.schoolYear(today))
                || schoolYear.equals(calendar.schoolYear(today.plusYears(1)));
    }

    /**
     * Writes the table whole, so that it stands alone from then on, and what changed to the history.
     *
     * @param seen the fingerprint of the table as it was shown
     * @return how many lines changed
     * @throws Refusal when somebody else changed it meanwhile, or a value cannot be right
     */
    public int set(String circonscriptionUai, String schoolYear, Map<ServiceTime, HoursScale.Row> rows, String seen) {
        if (!isOpen(schoolYear)) {
            throw new Refusal("L'année " + schoolYear
                    + " est close : seuls les barèmes de cette année et de la suivante se modifient.");
        }
        HoursScale before = scales.of(circonscriptionUai, schoolYear);
        HoursScale after = new HoursScale(before.defaults(), rows);
        if (!before.fingerprint().equals(seen)) {
            throw new Refusal(
                    "Quelqu'un vient de modifier ce barème. Rien n'a été enregistré : vérifiez ses valeurs, puis recommencez.");
        }
        int changed = 0;
        for (ServiceTime time : ServiceTime.values()) {
            check(after, time);
            if (!before.row(time).equals(after.row(time))) {
                scales.note(circonscriptionUai, schoolYear, time, before.describe(time), after.describe(time));
                changed++;
            }
        }
        if (changed > 0) {
            write(circonscriptionUai, schoolYear, after);
        }
        return changed;
    }

    private static void check(HoursScale scale, ServiceTime time) {
        HoursScale.Row row = scale.row(time);
        if (scale.due(time) > MOST) {
            throw new Refusal(
                    time.label() + " : " + French.duration(scale.due(time)) + " : le maximum est de 60 h par an.");
        }
        if (row.share() != null && row.share() > scale.due(time)) {
            throw new Refusal(time.label() + " : la part pour l'ENT (" + French.duration(row.share())
                    + ") dépasse les heures dues (" + French.duration(scale.due(time))
                    + "). Diminuez-la, ou laissez-la vide pour la valeur par défaut.");
        }
    }

    private void write(String circonscriptionUai, String schoolYear, HoursScale scale) {
        jdbc.sql("DELETE FROM hours_scale WHERE circonscription_uai = ? AND school_year = ?")
                .params(circonscriptionUai, schoolYear)
                .update();
        for (ServiceTime time : ServiceTime.values()) {
            jdbc.sql(
                            "INSERT INTO hours_scale (circonscription_uai, school_year, service, due_minutes, ent_minutes) VALUES (?, ?, ?, ?, ?)")
                    .params(
                            circonscriptionUai,
                            schoolYear,
                            time.name(),
                            scale.row(time).due(),
                            scale.row(time).share())
                    .update();
        }
    }
}
