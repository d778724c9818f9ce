package fr.forment.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What a button answers waits in the session for the page that says it. Who never asks for that page (a script, a line
 * that breaks off) would carry all his answers along, read and written anew with each request: only the last few wait.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
class FewNotices extends SessionFlashMapManager {

    private static final int MOST = 5;

    @Override
    protected void updateFlashMaps(List<FlashMap> notices, HttpServletRequest request, HttpServletResponse response) {
        int from = Math.max(0, notices.size() - MOST);
        super.updateFlashMaps(
                from == 0 ? notices : new CopyOnWriteArrayList<>(notices.subList(from, notices.size())),
                request,
                response);
    }
}
