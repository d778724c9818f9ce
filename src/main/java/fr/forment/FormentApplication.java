package fr.forment;

import fr.forment.audit.AuditCommand;
import fr.forment.audit.JournalCommand;
import fr.forment.start.BeforeStart;
import fr.forment.start.LogFormat;
import fr.forment.start.PrivateLog;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** FormENT: the training lifecycle of a school digital workspace, from needs to bilan. */
@SpringBootApplication
public class FormentApplication {

    public static void main(String[] args) {
        // Reminders are set for hours a French school keeps; a server in UTC would shift them (DST).
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Paris"));
        if (AuditCommand.isAsked(args)) {
            System.exit(AuditCommand.run(System.out, args));
        }
        if (JournalCommand.isAsked(args)) {
            System.exit(JournalCommand.run(System.out, args));
        }
        application().run(args);
    }

    /** As it is started for real: what an operator got wrong is looked for first. */
    public static SpringApplication application() {
        var application = new SpringApplication(FormentApplication.class);
        application.addInitializers(new BeforeStart());
        application.addListeners(new LogFormat(), new PrivateLog());
        return application;
    }
}
