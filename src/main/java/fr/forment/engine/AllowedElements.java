package fr.forment.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.core.io.ClassPathResource;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The elements and attributes that models of one kind may hold, read from a list; what is drawn is free. */
class AllowedElements {

    private static final Map<String, String> PREFIXES = Map.of(
            "",
            "",
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "bpmn:",
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "dmn:",
            "http://camunda.org/schema/1.0/bpmn",
            "camunda:",
            "http://camunda.org/schema/1.0/dmn",
            "camunda:",
            "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "biodi:",
            "http://camunda.org/schema/modeler/1.0",
            "modeler:");
    /** Shapes, edges and their places: no engine runs them. */
    private static final Set<String> DRAWN = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");

    /** FEEL may define a function that calls Java. */
    private static final Pattern FOREIGN_FUNCTION = Pattern.compile("\\bexternal\\s*\\{");

    private final Map<String, Set<String>> attributesOf;

    private AllowedElements(Map<String, Set<String>> attributesOf) {
        this.attributesOf = attributesOf;
    }

    static AllowedElements listedIn(String file) {
        return new AllowedElements(lines(file).stream()
                .map(line -> line.split(" "))
                .collect(Collectors.toMap(
                        words -> words[0],
                        words -> Set.copyOf(Arrays.asList(words).subList(1, words.length)))));
    }

    static Set<String> lines(String file) {
        try (var list = new ClassPathResource("models/" + file).getInputStream()) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What else must be true of an element that is allowed. */
    interface Rule {

        /** @return what is wrong with it; null: nothing */
        String wrong(String element, Attributes attributes);
    }

    /** @return the first thing in the model that is not allowed, in French; null: nothing */
    String firstForbidden(byte[] model, Rule rule) {
        try {
            var parsers = SAXParserFactory.newInstance();
            parsers.setNamespaceAware(true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.newSAXParser().parse(new ByteArrayInputStream(model), new Reader(rule));
            return null;
        } catch (Forbidden found) {
            return found.getMessage();
        } catch (SAXException | ParserConfigurationException | IOException unreadable) {
            return "une écriture qui ne se lit pas comme du XML";
        }
    }

    private static String named(String namespace, String name) {
        String prefix = PREFIXES.get(namespace);
        return prefix == null ? "{" + namespace + "}" + name : prefix + name;
    }

    private static final class Forbidden extends SAXException {

        Forbidden(String what) {
            super(what);
        }
    }

    private final class Reader extends DefaultHandler {

        private final Rule rule;
        private final StringBuilder text = new StringBuilder();

        private Reader(Rule rule) {
            this.rule = rule;
        }

        @Override
        public void startElement(String namespace, String name, String qualified, Attributes attributes)
                throws SAXException {
            if (DRAWN.contains(namespace)) {
                return;
            }
            String element = named(namespace, name);
            String of = attributes.getValue("id") == null ? "" : " (" + attributes.getValue("id") + ")";
            Set<String> allowed = attributesOf.get(element);
            if (allowed == null) {
                throw new Forbidden("l'élément « " + element + " »" + of);
            }
            for (int i = 0; i < attributes.getLength(); i++) {
                String attribute = named(attributes.getURI(i), attributes.getLocalName(i));
                if (!"id".equals(attribute) && !allowed.contains(attribute)) {
                    throw new Forbidden("« " + attribute + " » sur l'élément « " + element + " »" + of);
                }
            }
            String wrong = rule.wrong(element, attributes);
            if (wrong != null) {
                throw new Forbidden(wrong + of);
            }
        }

        @Override
        public void characters(char[] characters, int from, int length) {
            text.append(characters, from, length);
        }

        /** Of all texts at once: an element in between would not part a word for the engine. */
        @Override
        public void endDocument() throws SAXException {
            if (FOREIGN_FUNCTION.matcher(text).find()) {
                throw new Forbidden("une fonction venue d'ailleurs (« external »)");
            }
        }
    }
}
