package fr.forment.release;

import fr.forment.french.Refusal;

/**
 * What a version of a material consists of: an address of the web, the place where it is kept, or a file.
 *
 * @param place as people typed it, or the name of the file
 * @param file null without one
 */
public record MaterialContent(String place, MaterialFile file) {

    private static final int LONGEST_NAME = 200;

    /**
     * @param typed an address or a place; may be blank when there is a file
     * @param fileName as the person's computer calls it; empty without a file
     * @throws Refusal for none of both, an empty file, both, a file of another kind or too large, an address that is
     *     none of the web
     */
    public static MaterialContent of(String typed, String fileName, byte[] bytes) {
        String place = typed == null ? "" : typed.strip();
        if (bytes.length > 0) {
            if (!place.isEmpty()) {
                throw new Refusal("Choisissez un fichier ou indiquez une adresse, pas les deux à la fois.", "place");
            }
            return ofFile(fileName, bytes);
        }
        if (!fileName.isBlank()) {
            throw new Refusal(
                    "Ce fichier est vide : vérifiez-le sur votre ordinateur, puis choisissez-le de nouveau.",
                    "fichier");
        }
        if (place.isEmpty() || place.length() > Links.LONGEST) {
            throw new Refusal(
                    "Indiquez l'adresse du support ou l'endroit où il se trouve (300 caractères au plus), ou choisissez un fichier.",
                    "place");
        }
        return new MaterialContent(Links.hasScheme(place) ? Links.typed(place, "du support", "place") : place, null);
    }

    /** Asked before it is taken into memory. @throws Refusal for more bytes than {@link MaterialFile#LARGEST} */
    public static void refuseIfTooLarge(long bytes) {
        if (bytes > MaterialFile.LARGEST) {
            throw new Refusal(
                    "Ce fichier dépasse 10 Mo : réduisez-le, ou déposez-le sur un espace partagé et indiquez son adresse.",
                    "fichier");
        }
    }

    private static MaterialContent ofFile(String name, byte[] bytes) {
        refuseIfTooLarge(bytes.length);
        if (name.length() > LONGEST_NAME) {
            throw new Refusal(
                    "Le nom de ce fichier est trop long (" + LONGEST_NAME
                            + " caractères au plus) : raccourcissez-le sur votre ordinateur, puis choisissez-le de nouveau.",
                    "fichier");
        }
        FileKind kind = FileKind.of(name, bytes)
                .orElseThrow(() -> new Refusal(
                        "Ce fichier n'est pas accepté, ou son contenu n'est pas celui que son nom annonce. Choisissez un fichier PDF, ODT, ODP, ODS, DOCX, PPTX, XLSX, PNG, JPG ou MP4.",
                        "fichier"));
        return new MaterialContent(name, new MaterialFile(name, kind, bytes));
    }
}
