package fr.forment.forecast;

import fr.forment.french.Refusal;
import fr.forment.journal.Journal;
import fr.forment.journal.JournalEntry;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a circonscription supposes, with its history. */
@Service
@Transactional
@RequiredArgsConstructor
public class ForecastService {

    /** What the journal calls it; the subject is the circonscription. */
    public static final String JOURNAL = "FORECAST";

    private final Forecasts forecasts;
    private final Journal journal;

    /**
     * @param vu what the page showed
     * @param typed one range for each supposition
     * @throws Refusal where somebody else wrote meanwhile
     */
    public int write(String circonscriptionUai, String vu, Map<Assumption, Range> typed) {
        forecasts.hold(circonscriptionUai);
        Supposed before = forecasts.of(List.of(circonscriptionUai)).supposed().get(circonscriptionUai);
        before.shown().refuseUnlessSeen(vu);
        int changed = 0;
        for (var each : typed.entrySet()) {
            Range was = before.range(each.getKey());
            Range is = each.getValue();
            if (!Forecasts.isSame(was.low(), is.low())
                    || !Forecasts.isSame(was.central(), is.central())
                    || !Forecasts.isSame(was.high(), is.high())) {
                forecasts.write(circonscriptionUai, each.getKey(), is);
                journal.add(JournalEntry.of(JOURNAL, circonscriptionUai)
                        .what(each.getKey().label())
                        .change(Supposed.told(each.getKey(), was), Supposed.told(each.getKey(), is)));
                changed++;
            }
        }
        return changed;
    }
}
