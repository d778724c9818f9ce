package fr.forment.grid.web;

import fr.forment.grid.GridFilter;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** What the templates of the grid ask for: links that keep the filter, and the cells of a row by column. */
@Component("needsLinks")
class GridLinks {

    /** "?module=PEDA-1&secteur=…", values encoded; empty for the whole grid. */
    public String query(GridFilter filter) {
        if (filter == null || filter.isEverything()) {
            return "";
        }
        var uri = UriComponentsBuilder.newInstance();
        filter.parameters().forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(filter.parameters()).toUriString();
    }

    public Map<String, GridPage.Line> byColumn(GridPage.Place place) {
        return place.lines().stream().collect(Collectors.toMap(each -> GridPage.column(each.line()), each -> each));
    }

    public String figure(Map<String, GridPage.Line> cells, GridPage.Total column) {
        GridPage.Line cell = cells.get(GridPage.column(column.figures()));
        return cell == null ? "" : cell.line().people() + (cell.line().isCorrected() ? "*" : "");
    }
}
