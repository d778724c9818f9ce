package fr.forment.project;

import java.time.LocalDate;
import java.util.List;

/**
 * An ENT project to create.
 *
 * @param vagues in the order they open
 */
public record NewProject(String title, String circonscriptionUai, List<NewVague> vagues) {

    /** @param opensOn the day its schools are meant to open */
    public record NewVague(LocalDate opensOn, List<String> schoolUais) {}
}
