package fr.forment.access.web;

import java.util.Map;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.WebRequest;

/** What a program that asked for no page is told of a refusal: in French too, and as little as the page says. */
@Component
class FrenchErrors extends DefaultErrorAttributes {

    private static final String OTHERWISE = "Un problème est survenu. Rien n'a été enregistré.";
    private static final Map<Integer, String> WORDS = Map.of(
            400, "La demande n'est pas complète. Rien n'a été enregistré.",
            401, "Connectez-vous d'abord.",
            403, "Vous n'avez pas accès à cette page.",
            404, "Cette page n'existe pas.",
            405, "Cette page ne s'ouvre pas ainsi.",
            413, "Cet envoi est trop volumineux. Rien n'a été enregistré.",
            415, "Cette page ne reçoit pas de fichier. Rien n'a été enregistré.",
            429, "Trop d'essais à la suite. Patientez un quart d'heure.",
            503, "Beaucoup de monde en ce moment. Recommencez dans un instant.");

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, Object> said = super.getErrorAttributes(request, options);
        said.put(
                "error",
                said.get("status") instanceof Integer status ? WORDS.getOrDefault(status, OTHERWISE) : OTHERWISE);
        return said;
    }
}
