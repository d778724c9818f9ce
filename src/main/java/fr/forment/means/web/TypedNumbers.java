package fr.forment.means.web;

import fr.forment.engine.Shown;
import fr.forment.french.Refusal;
import fr.forment.means.GaiaLinkService;
import fr.forment.plan.GaiaIdentifiers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.util.MultiValueMap;

/** Numbers of GAIA as they stand in the fields: by code of the module, "" for all of them. */
record TypedNumbers(Map<String, String> dispositifs, Map<String, String> modules) {

    static TypedNumbers of(Map<String, GaiaIdentifiers> written) {
        Map<String, String> dispositifs = new TreeMap<>();
        Map<String, String> modules = new TreeMap<>();
        written.forEach((code, numbers) -> {
            dispositifs.put(code, numbers.dispositif());
            modules.put(code, numbers.module());
        });
        return new TypedNumbers(dispositifs, modules);
    }

    /** The rows of the page stand in one order in all three. */
    static TypedNumbers of(MultiValueMap<String, String> sent) {
        List<String> codes = sent.getOrDefault("module", List.of());
        Map<String, String> dispositifs = new TreeMap<>();
        Map<String, String> modules = new TreeMap<>();
        for (int n = 0; n < codes.size(); n++) {
            dispositifs.put(codes.get(n), at(sent, "dispositif", n));
            modules.put(codes.get(n), at(sent, "numero", n));
        }
        return new TypedNumbers(dispositifs, modules);
    }

    /** The same, with what now stands wherever the page is as it was shown. */
    TypedNumbers over(Shown seen, Map<String, GaiaIdentifiers> now, Map<String, String> titles) {
        Map<String, GaiaIdentifiers> untouched = new TreeMap<>();
        dispositifs.keySet().forEach(code -> {
            if (seen.says(GaiaLinkService.label(code, titles), told(code))) {
                untouched.put(code, now.getOrDefault(code, GaiaIdentifiers.NONE));
            }
        });
        TypedNumbers merged = new TypedNumbers(new TreeMap<>(dispositifs), new TreeMap<>(modules));
        TypedNumbers standing = of(untouched);
        merged.dispositifs.putAll(standing.dispositifs);
        merged.modules.putAll(standing.modules);
        return merged;
    }

    /** As pages show it; as typed where it cannot be read. */
    private String told(String code) {
        try {
            return GaiaLinkService.told(GaiaIdentifiers.read(dispositif(code), module(code)));
        } catch (Refusal unreadable) {
            return dispositif(code) + " " + module(code);
        }
    }

    private static String at(MultiValueMap<String, String> sent, String name, int n) {
        List<String> values = sent.getOrDefault(name, List.of());
        return n < values.size() ? values.get(n) : "";
    }

    public String dispositif(String code) {
        return dispositifs.getOrDefault(code, "");
    }

    public String module(String code) {
        return modules.getOrDefault(code, "");
    }

    /** @throws Refusal that names the module */
    Map<String, GaiaIdentifiers> read() {
        Map<String, GaiaIdentifiers> read = new TreeMap<>();
        dispositifs.forEach((code, dispositif) -> {
            try {
                read.put(code, GaiaIdentifiers.read(dispositif, module(code)));
            } catch (Refusal refusal) {
                throw new Refusal((code.isEmpty() ? "Tous les modules" : code) + " : " + refusal.getMessage());
            }
        });
        return read;
    }
}
