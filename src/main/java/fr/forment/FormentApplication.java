package fr.forment;

import java.util.TimeZone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** FormENT: the training lifecycle of a school digital workspace, from needs to bilan. */
@SpringBootApplication
public class FormentApplication {

    public static void main(String[] args) {
        // Reminders are set for hours a French school keeps; a server in UTC would shift them (DST).
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        SpringApplication.run(FormentApplication.class, args);
    }
}
