package fr.forment.stafflist;

import fr.forment.account.SignedIn;
import fr.forment.people.AddressRights;
import fr.forment.people.Agent;
import fr.forment.people.Agents;
import fr.forment.people.ListedPeople;
import fr.forment.people.ListedPeople.Newcomer;
import fr.forment.people.ListedPeople.Said;
import fr.forment.people.MyPerimeter;
import fr.forment.people.StaffService;
import fr.forment.stafflist.OtherSchools.Post;
import fr.forment.territory.Circonscriptions;
import fr.forment.territory.Schools;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an accepted list: all of it in one transaction, some hundred lines at a time, or nothing. */
@Service
@Transactional
@RequiredArgsConstructor
public class WritingService {

    /** What becomes of a line that something is written for. */
    static final Set<Outcome> WRITTEN =
            EnumSet.of(Outcome.NEW, Outcome.BACK, Outcome.MOVED, Outcome.CHANGED, Outcome.ELSEWHERE, Outcome.GONE);

    private static final int CHUNK = Lines.CHUNK;

    /** What was shown is no longer what would be written. */
    static class Stale extends RuntimeException {
        Stale(String message) {
            super(message);
        }
    }

    private final Imports imports;
    private final Lines lines;
    private final FormerPeople former;
    private final Progress progress;
    private final ListedPeople people;
    private final StaffService staff;
    private final Agents agents;
    private final OtherSchools others;
    private final Schools schools;
    private final Circonscriptions circonscriptions;
    private final MyPerimeter mine;
    private final SignedIn me;
    private final AddressRights addressRights;
    private final JdbcClient jdbc;
    private final Clock clock;

    void write(long id, String worker) {
        new Writing(imports.find(id).orElseThrow(), worker).run();
    }

    /** One run. */
    private final class Writing {

        private final StaffImport file;
        private final String worker;
        private final String why;
        private final Effects effects =
                new Effects(mine, new Terrain(schools, circonscriptions, mine), addressRights.desk(), agents.today());
        private int done;

        Writing(StaffImport file, String worker) {
            this.file = file;
            this.worker = worker;
            this.why = "liste « " + file.fileName() + " »";
        }

        void run() {
            refuseIfStale();
            Map<Outcome, Integer> counts = lines.counts(file.id());
            int addressesKept = lines.countWithoutAddress(file.id());
            Set<String> touched = former.keep(file.id());
            me.acts(() -> mine.seenSchools(touched).containsAll(touched));
            Map<String, Long> directors = people.directors(touched);
            each(Outcome.CHANGED, this::change);
            each(Outcome.MOVED, this::change);
            each(Outcome.BACK, this::bringBack);
            each(Outcome.NEW, this::bring);
            each(Outcome.ELSEWHERE, this::lend);
            each(
                    Outcome.GONE,
                    some -> staff.markMissing(
                            some.stream().map(ListLine::agentId).toList(), agents.today()));
            people.tellDirectors(touched, directors, file.arrival());
            former.settle(file.id());
            imports.forget(file.id());
            written(counts, addressesKept);
            progress.giveTurnBack(worker);
        }

        private void change(List<ListLine> some) {
            Map<Long, Agent> known = known(some);
            people.change(said(some, known), why);
        }

        private void bringBack(List<ListLine> some) {
            Map<Long, Agent> known = known(some);
            Map<Boolean, List<ListLine>> stillHere = some.stream()
                    .collect(Collectors.partitioningBy(
                            line -> known.get(line.agentId()).isActiveOn(agents.today())));
            change(stillHere.get(true));
            people.bringBack(said(stillHere.get(false), known), file.arrival(), why);
        }

        private void bring(List<ListLine> some) {
            List<Long> ids = people.bring(
                    some.stream()
                            .map(line -> new Newcomer(effects.said(line, null), line.leavesOn()))
                            .toList(),
                    file.arrival(),
                    why);
            lines.nowAbout(file.id(), some.stream().map(ListLine::seq).toList(), ids);
            former.brought(file.id(), ids);
        }

        private void lend(List<ListLine> some) {
            Map<Integer, ListLine> mains =
                    lines
                            .all(
                                    file.id(),
                                    some.stream()
                                            .map(ListLine::mainSeq)
                                            .filter(Objects::nonNull)
                                            .toList())
                            .stream()
                            .collect(Collectors.toMap(ListLine::seq, Function.identity()));
            List<Post> posts = new ArrayList<>();
            for (ListLine line : some) {
                ListLine main = mains.get(line.mainSeq());
                Long agent = line.agentId() != null ? line.agentId() : main == null ? null : main.agentId();
                if (agent != null) {
                    posts.add(new Post(agent, line.uai()));
                }
            }
            others.add(file.id(), posts);
        }

        private Map<Long, Agent> known(List<ListLine> some) {
            return agents.all(some.stream().map(ListLine::agentId).toList()).stream()
                    .collect(Collectors.toMap(Agent::id, Function.identity()));
        }

        private List<Said> said(List<ListLine> some, Map<Long, Agent> known) {
            Map<Long, String> before = former.addresses(
                    file.id(), some.stream().map(ListLine::agentId).toList());
            return some.stream()
                    .map(line -> said(line, known.get(line.agentId()), before.get(line.agentId())))
                    .toList();
        }

        private Said said(ListLine line, Agent known, String formerEmail) {
            return new Said(
                    line.agentId(),
                    line.agentVersion(),
                    effects.said(line, known),
                    formerEmail,
                    line.arrivesOn() == null ? agents.today() : line.arrivesOn(),
                    line.leavesOn());
        }

        private void each(Outcome outcome, Consumer<List<ListLine>> write) {
            int last = -1;
            for (List<ListLine> some = lines.after(file.id(), outcome, last, CHUNK);
                    !some.isEmpty();
                    some = lines.after(file.id(), outcome, last, CHUNK)) {
                write.accept(some);
                last = some.get(some.size() - 1).seq();
                done += some.size();
                progress.at(file.id(), worker, done);
            }
        }

        private void written(Map<Outcome, Integer> counts, int addressesKept) {
            int updated = jdbc.sql("""
                    UPDATE staff_import SET state = 'ENREGISTRE', worker = NULL, lease_until = NULL, written_at = :now, arrived = :new,
                           came_back = :back, changed = :changed, moved = :moved, gone = :gone, refused = :refused,
                           addresses_kept = :addresses
                    WHERE id = :id AND worker = :worker AND state = 'EN_ECRITURE'""")
                    .param("now", OffsetDateTime.now(clock))
                    .param("new", counts.getOrDefault(Outcome.NEW, 0))
                    .param("back", counts.getOrDefault(Outcome.BACK, 0))
                    .param("changed", counts.getOrDefault(Outcome.CHANGED, 0))
                    .param("moved", counts.getOrDefault(Outcome.MOVED, 0))
                    .param("gone", counts.getOrDefault(Outcome.GONE, 0))
                    .param("refused", counts.getOrDefault(Outcome.TO_FIX, 0) + counts.getOrDefault(Outcome.LEFT_OUT, 0))
                    .param("addresses", addressesKept)
                    .param("id", file.id())
                    .param("worker", worker)
                    .update();
            if (updated != 1) {
                throw new Progress.Superseded();
            }
        }

        /** Somebody the lines are about was changed since, or somebody came whom they may mean. */
        private void refuseIfStale() {
            int changed = jdbc.sql("""
                    SELECT COUNT(*) FROM staff_import_line l JOIN agent a ON a.id = l.agent_id
                    WHERE l.import_id = ? AND a.version <> l.agent_version""").param(file.id()).query(Integer.class).single();
            int come = jdbc.sql("""
                    SELECT COUNT(*) FROM agent a WHERE a.id > :newest AND (
                        EXISTS (SELECT 1 FROM staff_import_line l WHERE l.import_id = :id AND l.email = a.email)
                        OR EXISTS (SELECT 1 FROM staff_import_line l WHERE l.import_id = :id AND l.folded_name = a.folded_name)
                        OR EXISTS (SELECT 1 FROM staff_import_place p WHERE p.import_id = :id AND p.uai = COALESCE(a.school_uai, a.circonscription_uai)))""")
                    .param("newest", file.newestAgent())
                    .param("id", file.id())
                    .query(Integer.class)
                    .single();
            if (changed + come > 0) {
                throw new Stale(changed + " people changed and " + come + " came since the list was shown");
            }
        }
    }
}
