package fr.forment.files;

import java.io.IOException;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;

/** What is said of a workbook that cannot be read, and how to mend it. */
final class Spoilt {

    private Spoilt() {}

    static UnreadableFile corrupt() {
        return new UnreadableFile(
                "Ce classeur est incomplet ou abîmé : il ne s'ouvre pas. Téléchargez-le de nouveau. " + resave());
    }

    static String resave() {
        return "S'il s'ouvre dans votre tableur, enregistrez-le sous un nouveau nom au format « Classeur Excel (.xlsx) ».";
    }

    interface Step<T> {
        T take() throws IOException, XMLStreamException, OpenXML4JException;
    }

    /** Whatever a spoilt workbook does to who reads it, the person is told that it is spoilt. */
    static <T> T reading(Step<T> step, Supplier<UnreadableFile> spoilt) {
        try {
            return step.take();
        } catch (UnreadableFile known) {
            throw known;
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof UnreadableFile known ? known : spoilt.get();
        } catch (IOException | OpenXML4JException | RuntimeException e) {
            throw e.getCause() instanceof UnreadableFile known ? known : spoilt.get();
        }
    }

    static UnreadableFile xls() {
        return new UnreadableFile(
                "Ce classeur est protégé par un mot de passe, ou bien il est à l'ancien format d'Excel (.xls) et ne s'ouvre pas :"
                        + " il est abîmé, ou d'avant 1997. Ouvrez-le dans votre tableur, choisissez « Fichier », « Enregistrer sous », puis le type"
                        + " « Classeur Excel (.xlsx) », sans mot de passe.");
    }

    static UnreadableFile ods() {
        return new UnreadableFile(
                "Ce classeur au format LibreOffice (.ods) est incomplet, abîmé ou protégé par un mot de passe : il ne s'ouvre pas."
                        + " Ouvrez-le dans LibreOffice, choisissez « Fichier », « Enregistrer sous », puis le type « Classeur ODF (.ods) » ou « Classeur Excel"
                        + " 2007-365 (.xlsx) », sans mot de passe.");
    }
}
