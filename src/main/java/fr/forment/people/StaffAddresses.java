package fr.forment.people;

import fr.forment.account.Signatures;
import fr.forment.mail.AddressBook;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the mail where people are reached on the day it leaves. */
@Component
@RequiredArgsConstructor
class StaffAddresses implements AddressBook {

    private final JdbcClient jdbc;
    private final Signatures signatures;
    private final Clock clock;

    @Override
    public Map<Long, Entry> entries(Collection<Long> readerIds) {
        var entries = new HashMap<Long, Entry>();
        jdbc.sql(
                        "SELECT id, email, CASE WHEN left_on IS NULL OR left_on > CAST(:today AS DATE) THEN FALSE ELSE TRUE END AS gone FROM agent WHERE id IN (:readers)")
                .param("today", LocalDate.now(clock))
                .param("readers", readerIds)
                .query(row -> {
                    entries.put(row.getLong("id"), new Entry(row.getString("email"), row.getBoolean("gone")));
                });
        return entries;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> logins) {
        return signatures.readAll(logins);
    }
}
