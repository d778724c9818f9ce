package fr.forment.stafflist;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where people work besides their main school, as somebody once said: it is not asked again, nor taken for a move. */
@Repository
@RequiredArgsConstructor
class OtherSchools {

    record Post(long agentId, String schoolUai) {}

    private final JdbcTemplate jdbc;
    private final JdbcClient client;

    /** All second schools of those who have one of these places as such. */
    Map<Long, Set<String>> in(Collection<String> places) {
        Map<Long, Set<String>> found = new HashMap<>();
        if (!places.isEmpty()) {
            client.sql("""
                    SELECT agent_id, school_uai FROM agent_other_school
                    WHERE agent_id IN (SELECT agent_id FROM agent_other_school WHERE school_uai IN (:places))""")
                    .param("places", places)
                    .query((row, n) -> found.computeIfAbsent(row.getLong(1), key -> new HashSet<>())
                            .add(row.getString(2)))
                    .list();
        }
        return found;
    }

    /** Those known already are left as they are. */
    void add(long importId, Collection<Post> posts) {
        if (posts.isEmpty()) {
            return;
        }
        Set<Post> known = new HashSet<>(
                client.sql("SELECT agent_id, school_uai FROM agent_other_school WHERE agent_id IN (:agents)")
                        .param("agents", posts.stream().map(Post::agentId).toList())
                        .query(Post.class)
                        .list());
        jdbc.batchUpdate(
                "INSERT INTO agent_other_school (agent_id, school_uai, import_id) VALUES (?, ?, ?)",
                posts.stream()
                        .distinct()
                        .filter(post -> !known.contains(post))
                        .map(post -> new Object[] {post.agentId(), post.schoolUai(), importId})
                        .toList());
    }

    void withdraw(long importId) {
        client.sql("DELETE FROM agent_other_school WHERE import_id = ?")
                .param(importId)
                .update();
    }
}
