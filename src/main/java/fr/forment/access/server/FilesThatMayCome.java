package fr.forment.access.server;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/**
 * The parts of a form with files, where they may be read. The page that tells a refusal is a second look at the same
 * request: it would take the whole of the refused file and put it on disk.
 */
@Component("multipartResolver")
class FilesThatMayCome extends StandardServletMultipartResolver {

    @Override
    public boolean isMultipart(HttpServletRequest request) {
        return UploadAllowed.isOn(request) && super.isMultipart(request);
    }
}
