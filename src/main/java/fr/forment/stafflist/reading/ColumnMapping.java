package fr.forment.stafflist.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which column of a file tells which field.
 *
 * @param columns counted from 0, as {@link StaffTable#columns()} lists them
 */
public record ColumnMapping(Map<StaffField, Integer> columns) {

    public ColumnMapping {
        Map<StaffField, Integer> sorted = new EnumMap<>(StaffField.class);
        sorted.putAll(columns);
        columns = Collections.unmodifiableMap(sorted);
    }

    /** What the titles say by themselves; fields nobody recognises are left out, and no column serves twice. */
    public static ColumnMapping propose(StaffFileKind kind, List<String> columns) {
        List<String> keys = columns.stream().map(TableHeader::key).toList();
        Map<StaffField, Integer> found = new EnumMap<>(StaffField.class);
        for (StaffField field : StaffField.values()) {
            if (field == StaffField.PRENOM_NOM && found.containsKey(StaffField.NOM_PRENOM)) {
                continue;
            }
            if (field == StaffField.DIRECTEUR && kind != StaffFileKind.ONDE && found.containsKey(StaffField.FONCTION)) {
                continue;
            }
            Stream.concat(field.keys().stream().map(keys::indexOf), field.beginnings(keys))
                    .filter(place -> place >= 0 && !found.containsValue(place))
                    .findFirst()
                    .ifPresent(place -> found.put(field, place));
        }
        return new ColumnMapping(found);
    }

    /** By column title, so that it can be remembered and serves a file whose columns moved. */
    public String toText(List<String> titles) {
        return columns.entrySet().stream()
                .filter(entry -> entry.getValue() >= 0 && entry.getValue() < titles.size())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + titles.get(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /** A remembered mapping; fields whose column is not in this file are left out. */
    public static ColumnMapping parse(String text, List<String> columns) {
        List<String> keys = columns.stream().map(TableHeader::key).toList();
        Map<StaffField, Integer> found = new EnumMap<>(StaffField.class);
        for (String line : text.split("\n")) {
            int sign = line.indexOf('=');
            for (StaffField field : StaffField.values()) {
                if (sign > 0 && field.name().equals(line.substring(0, sign))) {
                    int place = keys.indexOf(TableHeader.key(line.substring(sign + 1)));
                    if (place >= 0) {
                        found.put(field, place);
                    }
                }
            }
        }
        return new ColumnMapping(found);
    }

    /** The same for files with the same titles, in any order: 64 hexadecimal digits. */
    public static String signature(List<String> columns) {
        String titles = columns.stream().map(TableHeader::key).sorted().collect(Collectors.joining("\n"));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(titles.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fields without which no line can be read, given the choices; empty when the mapping will do. */
    public List<StaffField> missing(ReadingChoices choices) {
        List<StaffField> missing = new ArrayList<>();
        if (!columns.containsKey(StaffField.UAI) && choices.schoolUai() == null) {
            missing.add(StaffField.UAI);
        }
        if (isJoined()) {
            return withFunction(missing, choices);
        }
        if (!columns.containsKey(StaffField.NOM) && !columns.containsKey(StaffField.NOM_FAMILLE)) {
            missing.add(StaffField.NOM);
        }
        if (!columns.containsKey(StaffField.PRENOM)) {
            missing.add(StaffField.PRENOM);
        }
        return withFunction(missing, choices);
    }

    /** Family name and first name stand in one column, and in no others. */
    boolean isJoined() {
        boolean apart = columns.containsKey(StaffField.PRENOM)
                && (columns.containsKey(StaffField.NOM) || columns.containsKey(StaffField.NOM_FAMILLE));
        return !apart && (columns.containsKey(StaffField.NOM_PRENOM) || columns.containsKey(StaffField.PRENOM_NOM));
    }

    private List<StaffField> withFunction(List<StaffField> missing, ReadingChoices choices) {
        if (!columns.containsKey(StaffField.FONCTION)
                && !columns.containsKey(StaffField.DIRECTEUR)
                && choices.functionWhenSilent() == null) {
            missing.add(StaffField.FONCTION);
        }
        return missing;
    }

    /** Titles of columns that serve two fields; empty when each serves one. */
    public List<String> shared(List<String> titles) {
        Collection<Integer> places = columns.values();
        return places.stream()
                .filter(place -> place < titles.size() && Collections.frequency(places, place) > 1)
                .distinct()
                .sorted()
                .map(titles::get)
                .toList();
    }
}
