package fr.forment.files;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;

/**
 * How the XML of workbooks is read: by the JDK's own parser, whatever else is on the class path; no entity is ever
 * resolved.
 */
final class Xml {

    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    static XMLStreamReader reader(InputStream in) throws XMLStreamException {
        return FACTORY.createXMLStreamReader(in);
    }

    /** By local name: strict and transitional workbooks differ in namespaces. Empty when it is not there. */
    static String attribute(XMLStreamReader xml, String localName) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(localName)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** The number written, or -1; cells ask a million times, hence no regular expression. */
    static int number(String digits) {
        int number = digits.isEmpty() || digits.length() > 9 ? -1 : 0;
        for (int i = 0; number >= 0 && i < digits.length(); i++) {
            char digit = digits.charAt(i);
            number = digit < '0' || digit > '9' ? -1 : number * 10 + digit - '0';
        }
        return number;
    }

    interface Element {
        void met(String name, XMLStreamReader xml) throws XMLStreamException, OpenXML4JException;
    }

    static void each(InputStream part, Element element) throws IOException, XMLStreamException, OpenXML4JException {
        try (part) {
            for (XMLStreamReader xml = reader(part); xml.hasNext(); ) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    element.met(xml.getLocalName(), xml);
                }
            }
        }
    }

    /** Leaves out the element the reader stands at the start of. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
        xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        xml.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        xml.setProperty(XMLInputFactory.IS_COALESCING, false);
        return xml;
    }
}
