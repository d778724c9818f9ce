package fr.forment.attack;

import fr.forment.TestGround.Circo;
import fr.forment.people.Agent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A circonscription with one of each thing in it, and the words that nobody elsewhere may read. */
public record OnePlace(Circo circo, Map<Thing, String> things) {

    OnePlace(Circo circo) {
        this(circo, new EnumMap<>(Thing.class));
    }

    OnePlace with(Thing thing, Object id) {
        things.put(thing, String.valueOf(id));
        return this;
    }

    public String of(Thing thing) {
        if (!things.containsKey(thing)) {
            throw new IllegalStateException("no " + thing + " in this place");
        }
        return things.get(thing);
    }

    /** The people of the circonscription by what they are; the school of {@code otherDirector} is another one. */
    public Map<String, Agent> people() {
        Map<String, Agent> people = new LinkedHashMap<>();
        people.put("ien", circo.ien());
        people.put("erun", circo.erun());
        people.put("secretary", circo.secretary());
        people.put("cpc", circo.cpc());
        people.put("director", circo.directors().get(0));
        people.put("otherDirector", circo.directors().get(1));
        people.put("teacher", circo.teachers().get(0));
        people.put("otherTeacher", circo.teachers().get(2));
        people.put("dsi", circo.dsi());
        people.put("supplier", circo.supplier());
        return people;
    }

    /** Names of its people, codes of its places. */
    List<String> secrets() {
        List<String> secrets = new ArrayList<>(circo.schools());
        secrets.add(circo.uai());
        Stream.of(
                        circo.directors(),
                        circo.teachers(),
                        List.of(
                                circo.ien(),
                                circo.erun(),
                                circo.cpc(),
                                circo.secretary(),
                                circo.dsi(),
                                circo.supplier()))
                .flatMap(List::stream)
                .map(Agent::lastName)
                .forEach(secrets::add);
        return secrets;
    }
}
